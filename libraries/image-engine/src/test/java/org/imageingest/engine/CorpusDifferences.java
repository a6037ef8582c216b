package org.imageingest.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an engine is known to do otherwise than the corpus wants, with the reasons.
 */
final class CorpusDifferences {

	private final List<Difference> known;

	private final Set<Difference> unused;

	private CorpusDifferences(List<Difference> known) {
		this.known = known;
		this.unused = new LinkedHashSet<>(known);
	}

	static CorpusDifferences of(TestEngine engine) {
		String name = "corpus-differences-" + engine + ".txt";
		try (InputStream file = Objects.requireNonNull(CorpusDifferences.class.getResourceAsStream(name))) {
			return new CorpusDifferences(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split(" \\| "))
				.map((parts) -> new Difference(parts[0], parts[1], parts[2]))
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Verifies the outcome of a file.
	 * @param path its path in the corpus
	 * @param wanted {@code variants}, {@code original-only} or {@code reject}
	 * @param outcome {@code variants}, {@code original-only} or the last part of a
	 * problem's type
	 */
	void verify(String path, String wanted, String outcome) {
		for (Difference difference : this.known) {
			if (path.startsWith(difference.path())) {
				assertThat(outcome).as(difference.reason()).isEqualTo(difference.outcome());
				this.unused.remove(difference);
				return;
			}
		}
		if (wanted.equals("reject")) {
			assertThat(outcome).isIn("empty-file", "unsupported-image-type", "corrupt-image", "too-many-pixels");
		}
		else {
			assertThat(outcome).isEqualTo(wanted);
		}
	}

	/** Verifies that no line is left over from an engine that knew less. */
	void verifyUsed() {
		assertThat(this.unused).isEmpty();
	}

	private record Difference(String path, String outcome, String reason) {
	}

}
