package org.imageingest.bulk.reprocess;

import java.time.Instant;

import org.imageingest.bulk.item.Shard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReprocessParametersTests {

	@Test
	void withoutWordsAllImagesAreMeant() throws Exception {
		assertThat(ReprocessParameters.of(new JobParameters(), 4))
			.isEqualTo(new ReprocessParameters(new Selection("", null, null, 0, false), Shard.WHOLE, 4, 10_000, 0));
	}

	@Test
	void aDayBeginsAtMidnightWhereverTheMachineIs() throws Exception {
		JobParameters parameters = new JobParametersBuilder().addString("createdFrom", "2026-05-01")
			.addString("createdBefore", "2026-05-01T08:00:00Z")
			.toJobParameters();
		Selection selection = ReprocessParameters.of(parameters, 1).selection();
		assertThat(selection.createdFrom()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
		assertThat(selection.createdBefore()).isEqualTo(Instant.parse("2026-05-01T08:00:00Z"));
	}

	@Test
	void theParametersOfAnInstanceSayTheSameAgain() throws Exception {
		JobParameters given = new JobParametersBuilder().addString("onlyMissing", "true")
			.addString("prefix", "img_a")
			.addString("createdFrom", "2026-05-01")
			.addString("recipeOlderThan", "2")
			.addString("shard", "2/3")
			.toJobParameters();
		ReprocessParameters parameters = ReprocessParameters.of(given, 2);
		JobParameters canonical = parameters.toJobParameters(7);
		assertThat(ReprocessParameters.of(canonical, 2)).isEqualTo(
				new ReprocessParameters(parameters.selection(), parameters.shard(), 2, parameters.skipLimit(), 7));
		assertThat(canonical.getLong("recipeVersion")).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "prefix, photo, No image is named like 'photo'", "recipeOlderThan, 3, recipeOlderThan is 3",
			"recipeOlderThan, -1, is no number: -1", "createdFrom, May, is neither a day",
			"onlyMissing, yes, is neither true nor false: yes", "shard, 3/2, 3/2", "recipeVersion, 1, start it anew",
			"onlyMising, true, Unknown job parameter 'onlyMising'" })
	void whatMakesNoSenseIsRefusedInWords(String name, String value, String words) {
		JobParameters parameters = new JobParametersBuilder().addString(name, value).toJobParameters();
		assertThatExceptionOfType(InvalidJobParametersException.class)
			.isThrownBy(() -> ReprocessParameters.of(parameters, 2))
			.withMessageContaining(words);
	}

}
