package org.imageingest.testkit.options;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator finds out about an app without reading its code: each option is
 * described, shown in the forms of a Data Flow server and told in the README. To be
 * extended by a test in the app's module. With {@code -Doptions.write=true} the table in
 * the README is made anew.
 */
public abstract class AppOptionsContract {

	private static final String WRITE = "options.write";

	private final AppOptions options;

	protected AppOptionsContract() {
		try {
			this.options = AppOptions.onClassPath();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void everyOptionIsListedForTheForms() {
		assertThat(this.options.notListed()).as("classes missing in configuration-properties.classes").isEmpty();
	}

	@Test
	void everythingListedIsThere() {
		assertThat(this.options.listedInVain()).isEmpty();
	}

	@Test
	void everyOptionIsDescribed() {
		assertThat(this.options.ours()).isNotEmpty()
			.allSatisfy((option) -> assertThat(option.description()).isNotBlank());
	}

	@Test
	void readmeTellsEveryOption() throws IOException {
		OptionsTable table = new OptionsTable(Path.of("README.md"));
		String expected = OptionsTable.of(this.options.ours());
		if (Boolean.getBoolean(WRITE)) {
			table.write(expected);
		}
		assertThat(table.read()).as("made anew by -D%s=true", WRITE).isEqualTo(expected);
	}

}
