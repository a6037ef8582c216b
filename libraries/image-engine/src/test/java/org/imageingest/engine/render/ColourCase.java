package org.imageingest.engine.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.imageingest.engine.vips.VipsReference;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.imageingest.testkit.TestProfiles;
import org.jspecify.annotations.Nullable;

import static org.imageingest.testkit.TestPng.png;

/**
 * Ways in which files tell what their colours mean, each with what libvips is to take
 * them for where it does not know by itself.
 */
enum ColourCase {

	SRGB_JPEG("jpegload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return jpeg().toBytes();
		}
	},

	DISPLAY_P3_JPEG_OF_A_PHONE("jpegload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return jpeg().icc(TestProfiles.displayP3OfPhones()).toBytes();
		}
	},

	DISPLAY_P3_JPEG_WITH_A_GAMMA("jpegload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return jpeg().icc(TestProfiles.displayP3()).toBytes();
		}
	},

	DISPLAY_P3_PROGRESSIVE_JPEG("jpegload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return jpeg().progressive().icc(TestProfiles.displayP3OfPhones()).toBytes();
		}
	},

	DISPLAY_P3_PNG("pngload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return png(PICTURE).icc(TestProfiles.displayP3OfPhones()).toBytes();
		}
	},

	DISPLAY_P3_PNG_OF_SIXTEEN_BITS("pngload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return png(TestPictures.ofSixteenBits(PICTURE)).icc(TestProfiles.displayP3OfPhones()).toBytes();
		}
	},

	ADOBE_RGB_JPEG("jpegload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return jpeg().icc(TestProfiles.adobeRgb()).toBytes();
		}
	},

	ADOBE_RGB_JPEG_BY_R03_ALONE("jpegload", TestProfiles.adobeRgb()) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return jpeg().exif(TestExif.exif().adobeRgb()).toBytes();
		}
	},

	ADOBE_RGB_TIFF("tiffload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return reference.encoded(png(PICTURE).icc(TestProfiles.adobeRgb()).writeTo(directory.resolve("source.png")),
					"tiffsave_buffer", "compression", "lzw");
		}
	},

	PROPHOTO_JPEG("jpegload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return jpeg().icc(TestProfiles.proPhoto()).toBytes();
		}
	},

	PROPHOTO_PNG_OF_SIXTEEN_BITS("pngload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return png(TestPictures.ofSixteenBits(PICTURE)).icc(TestProfiles.proPhoto()).toBytes();
		}
	},

	GREY_JPEG("jpegload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return TestJpeg.jpeg(TestPictures.grey(PICTURE, BufferedImage.TYPE_BYTE_GRAY)).quality(100).toBytes();
		}
	},

	GREY_JPEG_WITH_A_PROFILE("jpegload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return TestJpeg.jpeg(TestPictures.grey(PICTURE, BufferedImage.TYPE_BYTE_GRAY))
				.quality(100)
				.icc(TestProfiles.grey(1.8))
				.toBytes();
		}
	},

	GREY_PNG_OF_SIXTEEN_BITS("pngload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return png(TestPictures.grey(PICTURE, BufferedImage.TYPE_USHORT_GRAY)).icc(TestProfiles.grey(1.8))
				.toBytes();
		}
	},

	CMYK_JPEG("jpegload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return TestJpeg.inks(TestPictures.inks(PICTURE), 0).quality(100).icc(TestProfiles.press()).toBytes();
		}
	},

	YCCK_JPEG("jpegload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return TestJpeg.inks(TestPictures.inks(PICTURE), 2).quality(100).icc(TestProfiles.press()).toBytes();
		}
	},

	PNG_CODE_POINTS_OF_P3_BEFORE_A_PROFILE("pngload", TestProfiles.displayP3OfPhones()) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return png(PICTURE).chunk("cICP", new byte[] { 12, 13, 0, 1 }).icc(TestProfiles.proPhoto()).toBytes();
		}
	},

	PNG_CODE_POINTS_OF_BT_2020("pngload", TestProfiles.bt2020WithSrgbCurve()) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return png(PICTURE).chunk("cICP", new byte[] { 9, 13, 0, 1 }).toBytes();
		}
	},

	PNG_GAMMA("pngload", TestProfiles.srgb(1.8)) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return png(PICTURE).chunk("gAMA", gamma(1.8)).toBytes();
		}
	},

	PNG_GAMMA_WITH_PRIMARIES_OF_ADOBE_RGB("pngload", TestProfiles.adobeRgb()) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return png(PICTURE).chunk("gAMA", gamma(2.19921875))
				.chunk("cHRM", numbers(0.3127, 0.3290, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06))
				.toBytes();
		}
	},

	PNG_PROFILE_BEFORE_GAMMA("pngload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return png(PICTURE).chunk("gAMA", gamma(1)).icc(TestProfiles.displayP3()).toBytes();
		}
	},

	WEBP_WITH_A_PROFILE("webpload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return reference.encoded(
					png(PICTURE).icc(TestProfiles.displayP3()).writeTo(directory.resolve("source.png")),
					"webpsave_buffer", "lossless", true);
		}
	},

	HEIC_WITH_A_PROFILE("heifload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return reference.encoded(
					png(PICTURE).icc(TestProfiles.displayP3()).writeTo(directory.resolve("source.png")),
					"heifsave_buffer", "Q", 95, "compression", "hevc");
		}
	},

	AVIF_WITH_A_PROFILE("heifload", null) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return reference.encoded(png(PICTURE).icc(TestProfiles.adobeRgb()).writeTo(directory.resolve("source.png")),
					"heifsave_buffer", "Q", 95, "compression", "av1");
		}
	},

	AVIF_CODE_POINTS_OF_P3("heifload", TestProfiles.displayP3OfPhones()) {
		@Override
		byte[] file(VipsReference reference, Path directory) {
			return named(reference, directory);
		}
	};

	private static final BufferedImage PICTURE = TestPictures.spectrum(120, 80);

	private final String loader;

	private final byte @Nullable [] profile;

	ColourCase(String loader, byte @Nullable [] profile) {
		this.loader = loader;
		this.profile = profile;
	}

	/**
	 * Makes the file.
	 * @param reference encodes what Java cannot
	 * @param directory for temporary files
	 * @return its bytes
	 */
	abstract byte[] file(VipsReference reference, Path directory);

	/**
	 * Asks libvips what the file looks like.
	 * @param reference the library
	 * @param file the file
	 * @return the picture in sRGB
	 */
	BufferedImage expected(VipsReference reference, Path file) {
		try {
			Path meaning = (this.profile != null) ? Files.write(file.resolveSibling("profile.icc"), this.profile)
					: null;
			return reference.inSrgb(file, this.loader, meaning);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static TestJpeg jpeg() {
		return TestJpeg.jpeg(PICTURE).quality(100);
	}

	private static byte[] gamma(double exponent) {
		return numbers(1 / exponent);
	}

	private static byte[] numbers(double... values) {
		ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
		for (double value : values) {
			bytes.putInt((int) Math.round(100_000 * value));
		}
		return bytes.array();
	}

	/** The encoder names the colours of sRGB, by numbers that are exchanged. */
	private static byte[] named(VipsReference reference, Path directory) {
		byte[] file = reference.encoded(TestPng.png(PICTURE).writeTo(directory.resolve("source.png")),
				"heifsave_buffer", "Q", 95, "compression", "av1");
		byte[] name = { 'n', 'c', 'l', 'x', 0 };
		for (int at = 0; at < file.length - name.length; at++) {
			if (Arrays.equals(file, at, at + name.length, name, 0, name.length)) {
				file[at + name.length] = 12;
				return file;
			}
		}
		throw new AssertionError("No code points in what libheif writes");
	}

}
