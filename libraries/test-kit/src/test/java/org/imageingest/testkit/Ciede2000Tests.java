package org.imageingest.testkit;

import java.awt.Color;
import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class Ciede2000Tests {

	/** The paper's own examples, which meet every case of its formula. */
	@ParameterizedTest
	@CsvFileSource(resources = "ciede2000.csv", numLinesToSkip = 1)
	void distanceIsThatOfThePublishedExamples(double lightness1, double a1, double b1, double lightness2, double a2,
			double b2, double expected) {
		double[] one = { lightness1, a1, b1 };
		double[] other = { lightness2, a2, b2 };

		assertThat(Ciede2000.of(one, other)).isCloseTo(expected, within(0.00005));
		assertThat(Ciede2000.of(other, one)).isCloseTo(expected, within(0.00005));
	}

	@Test
	void picturesAreComparedByMeanAndByTheWorstOfTheirPixels() {
		BufferedImage grey = TestPictures.plain(10, 10, new Color(119, 119, 119));
		BufferedImage blot = TestPictures.plain(10, 10, new Color(119, 119, 119));
		blot.setRGB(3, 3, 0xFFFFFF);
		blot.setRGB(4, 4, 0xFFFFFF);

		ColourDifference difference = Ciede2000.between(grey, blot);

		assertThat(Ciede2000.between(grey, grey)).isEqualTo(new ColourDifference(0, 0));
		assertThat(difference.percentile99()).isBetween(30.0, 50.0);
		assertThat(difference.mean()).isCloseTo(difference.percentile99() / 50, within(0.001));
		assertThat(difference.isWithin(new ColourDifference(1, 50))).isTrue();
		assertThat(difference.isWithin(new ColourDifference(1, 20))).isFalse();
	}

}
