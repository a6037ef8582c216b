package org.imageingest.bulk.imports;

import org.junit.jupiter.api.Test;

import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ImportParametersTests {

	@Test
	void keepingLocationsNeedsTheOperatorsLeave() {
		assertThatNoException().isThrownBy(() -> ImportParameters.validator(true).validate(keepLocation("true")));
		assertThatNoException().isThrownBy(() -> ImportParameters.validator(false).validate(keepLocation("false")));
		assertThatExceptionOfType(InvalidJobParametersException.class)
			.isThrownBy(() -> ImportParameters.validator(false).validate(keepLocation("true")))
			.withMessageContaining("image.metadata.allow-location-opt-in");
		assertThatExceptionOfType(InvalidJobParametersException.class)
			.isThrownBy(() -> ImportParameters.validator(true).validate(keepLocation("yes")))
			.withMessageContaining("neither true nor false: yes");
	}

	@Test
	void anInstanceIsToldFromAnotherByTheWishOnlyWhereThereIsOne() throws Exception {
		assertThat(ImportParameters.of(keepLocation("true")).toJobParameters("x", 1).getString("keepLocation"))
			.isEqualTo("true");
		assertThat(ImportParameters.of(keepLocation("false")).toJobParameters("x", 1).getString("keepLocation"))
			.isNull();
	}

	private static JobParameters keepLocation(String value) {
		return new JobParametersBuilder().addString("source", "/photos")
			.addString("owner", "alice")
			.addString("keepLocation", value)
			.toJobParameters();
	}

}
