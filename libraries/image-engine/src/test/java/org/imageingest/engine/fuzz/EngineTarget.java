package org.imageingest.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.MetadataReader;
import org.imageingest.engine.metadata.PhotoMetadata;
import org.imageingest.engine.privacy.LocationRemoval;
import org.imageingest.engine.privacy.LocationRemoval.Outcome;
import org.imageingest.engine.raw.EmbeddedPreview;
import org.imageingest.engine.raw.RawPreviews;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.testkit.fuzz.FuzzTarget;
import org.imageingest.testkit.fuzz.MeteredTarget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The parsers of the engine, and what holds for them whatever they are fed.
 */
public enum EngineTarget {

	/** Judges a file before anything else looks at it. */
	HEADER {
		@Override
		void feed(Path file, Path copy) throws IOException {
			probe(file);
		}
	},

	/** Keeps what the policy lets through, and never fails a photo. */
	METADATA {
		@Override
		void feed(Path file, Path copy) throws IOException {
			ImageHeader header = probe(file);
			if (header == null) {
				return;
			}
			PhotoMetadata everything = MetadataReader.read(file, header,
					new MetadataPolicy(true, true, true, true, true));
			PhotoMetadata nothing = MetadataReader.read(file, header,
					new MetadataPolicy(false, false, false, false, false));
			assertThat(nothing.kept().gps()).isNull();
			assertThat(nothing.kept().cameraMake()).isNull();
			assertThat(nothing.kept().captureDate()).isNull();
			assertThat(nothing.kept().caption()).isNull();
			assertThat(nothing.removed()).containsAll(everything.removed());
			if (everything.kept().gps() != null) {
				assertThat(nothing.removed()).contains("gps");
			}
		}
	},

	/** Finds pictures inside of a RAW, each within the file. */
	RAW {
		@Override
		void feed(Path file, Path copy) throws IOException {
			for (ImageFormat format : ImageFormat.values()) {
				if (format.isRaw()) {
					for (EmbeddedPreview preview : RawPreviews.find(file, format, ImageLimits.standard())) {
						assertThat(preview.offset()).isNotNegative();
						assertThat(preview.offset() + preview.length()).isLessThanOrEqualTo(Files.size(file));
					}
				}
			}
		}
	},

	/**
	 * Leaves nothing that another reader takes for a location or for what may tell one,
	 * and has nothing to remove from its own work.
	 */
	REWRITER {
		@Override
		void feed(Path file, Path copy) throws IOException {
			ImageHeader header = probe(file);
			if (header == null
					|| LocationRemoval.remove(file, header.format(), 1, copy) != LocationRemoval.Outcome.REMOVED) {
				return;
			}
			ImageHeader copied = probe(copy);
			assertThat(copied).isEqualTo(header);
			assertThat(MetadataReader.read(copy, header, MetadataPolicy.standard()).removed())
				.doesNotContainAnyElementsOf(LOCATION_TELLING);
			Path again = copy.resolveSibling("again");
			Outcome second = LocationRemoval.remove(copy, header.format(), 1, again);
			Files.deleteIfExists(again);
			assertThat(second).isEqualTo(Outcome.NOTHING_FOUND);
		}
	};

	private static final Duration LIMIT = Duration.ofSeconds(2);

	private static final long HEAP_LIMIT = 256L << 20;

	private static final Set<String> LOCATION_TELLING = Set.of("gps", "maker-notes", "embedded-thumbnail", "xmp",
			"iptc", "comment");

	/**
	 * Makes something to feed.
	 * @param directory an empty folder for the file
	 * @return the target, with its limits
	 */
	public FuzzTarget in(Path directory) {
		Path file = directory.resolve("input");
		Path copy = directory.resolve("copy");
		return new MeteredTarget((input) -> {
			Files.write(file, input);
			feed(file, copy);
			Files.deleteIfExists(copy);
			assertThat(directory.toFile().list()).isEqualTo(List.of("input").toArray());
		}, LIMIT, HEAP_LIMIT);
	}

	abstract void feed(Path file, Path copy) throws IOException;

	/** Returns null for what is refused, which is as it should be. */
	private static ImageHeader probe(Path file) throws IOException {
		try {
			return HeaderProbe.probe(file, ImageLimits.standard());
		}
		catch (ProblemException ex) {
			assertThat(ex.problem().detail()).isNotBlank();
			return null;
		}
	}

}
