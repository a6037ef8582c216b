package org.imageingest.engine.vips;

import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.imageingest.testkit.fuzz.FuzzTarget;
import org.imageingest.testkit.fuzz.MeteredTarget;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What mirrors a HEIF is found whatever the file holds, and only what ties it to the
 * picture is changed.
 */
public final class HeifMirrorTarget {

	private static final Duration LIMIT = Duration.ofSeconds(2);

	private static final long HEAP_LIMIT = 256L << 20;

	private HeifMirrorTarget() {
	}

	/**
	 * Makes something to feed.
	 * @param directory an empty folder for the file
	 * @return the target, with its limits
	 */
	public static FuzzTarget in(Path directory) {
		Path file = directory.resolve("input");
		return new MeteredTarget((input) -> {
			Files.write(file, input);
			HeifMirror mirror = HeifMirror.of(file);
			assertThat(mirror.orientation()).isBetween(1, 4);
			try (Arena arena = Arena.ofConfined()) {
				byte[] changed = mirror.takenOutOf(file, arena).toArray(JAVA_BYTE);
				mirror.places().forEach((place) -> changed[Math.toIntExact(place)] = input[Math.toIntExact(place)]);
				assertThat(changed).isEqualTo(input);
			}
		}, LIMIT, HEAP_LIMIT);
	}

}
