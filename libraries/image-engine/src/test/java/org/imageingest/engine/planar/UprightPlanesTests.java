package org.imageingest.engine.planar;

import java.lang.foreign.MemorySegment;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

class UprightPlanesTests {

	@ParameterizedTest
	@CsvSource({ "1, 1", "7, 9", "8, 8", "16, 24", "37, 26", "101, 3", "2, 65" })
	void everySampleGoesWhereItsOrientationTells(int width, int height) {
		try (ReusableMemory source = new ReusableMemory(); ReusableMemory target = new ReusableMemory()) {
			Planes picture = Planes.in(source, width, height, ChromaSampling.QUARTER);
			for (Plane plane : picture.planes()) {
				for (int i = 0; i < plane.height() * plane.width(); i++) {
					plane.samples()
						.set(JAVA_BYTE, (long) (i / plane.width()) * plane.stride() + i % plane.width(),
								(byte) (i * 31));
				}
			}
			for (int orientation = 2; orientation <= 8; orientation++) {
				Planes upright = UprightPlanes.of(picture, orientation, target);
				assertThat(upright.width()).isEqualTo((orientation >= 5) ? height : width);
				for (int i = 0; i < 3; i++) {
					assertUpright(picture.plane(i), upright.plane(i), orientation);
				}
			}
		}
	}

	/** Which stored sample is displayed at a place, as Exif 3.0 puts it in words. */
	private static void assertUpright(Plane stored, Plane upright, int orientation) {
		for (int y = 0; y < upright.height(); y++) {
			for (int x = 0; x < upright.width(); x++) {
				int fromRight = stored.width() - 1;
				int fromBottom = stored.height() - 1;
				byte expected = switch (orientation) {
					case 2 -> sample(stored, fromRight - x, y);
					case 3 -> sample(stored, fromRight - x, fromBottom - y);
					case 4 -> sample(stored, x, fromBottom - y);
					case 5 -> sample(stored, y, x);
					case 6 -> sample(stored, y, fromBottom - x);
					case 7 -> sample(stored, fromRight - y, fromBottom - x);
					default -> sample(stored, fromRight - y, x);
				};
				assertThat(sample(upright, x, y)).as("orientation %d at %d, %d", orientation, x, y).isEqualTo(expected);
			}
		}
	}

	private static byte sample(Plane plane, int x, int y) {
		MemorySegment samples = plane.samples();
		return samples.get(JAVA_BYTE, (long) y * plane.stride() + x);
	}

}
