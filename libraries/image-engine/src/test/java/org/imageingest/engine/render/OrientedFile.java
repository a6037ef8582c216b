package org.imageingest.engine.render;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

import org.imageingest.engine.vips.VipsReference;
import org.imageingest.testkit.TestBmp;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestGif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.imageingest.testkit.TestRaw;

import static org.imageingest.testkit.TestPng.png;

/**
 * Formats, each with the way in which its files say how they are turned.
 */
enum OrientedFile {

	JPEG {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return jpeg(stored, orientation).toBytes();
		}
	},

	PROGRESSIVE_JPEG {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return jpeg(stored, orientation).progressive().toBytes();
		}
	},

	PNG {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return turned(stored, orientation).toBytes();
		}
	},

	INTERLACED_PNG {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return turned(stored, orientation).interlaced().toBytes();
		}
	},

	PNG_OF_SIXTEEN_BITS {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return turned(TestPictures.ofSixteenBits(stored), orientation).toBytes();
		}
	},

	LOSSY_WEBP {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return vips.encoded(turned(stored, orientation), "webpsave_buffer", "Q", 95);
		}
	},

	LOSSLESS_WEBP {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return vips.encoded(turned(stored, orientation), "webpsave_buffer", "lossless", true);
		}
	},

	LZW_TIFF {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return vips.encoded(turned(stored, orientation), "tiffsave_buffer", "compression", "lzw");
		}
	},

	TILED_DEFLATE_TIFF {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return vips.encoded(turned(stored, orientation), "tiffsave_buffer", "compression", "deflate", "tile", true);
		}
	},

	JPEG_TIFF {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return vips.encoded(turned(stored, orientation), "tiffsave_buffer", "compression", "jpeg", "Q", 95);
		}
	},

	/** Upright: no encoder here writes the boxes that turn one. */
	AVIF(false) {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return vips.encoded(png(stored), "heifsave_buffer", "Q", 95, "compression", "av1");
		}
	},

	/** Likewise. */
	HEIC(false) {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return vips.encoded(png(stored), "heifsave_buffer", "Q", 95, "compression", "hevc");
		}
	},

	CR2 {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return raw(TestRaw.CR2, stored, orientation);
		}
	},

	CR3 {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return raw(TestRaw.CR3, stored, orientation);
		}
	},

	NEF {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return raw(TestRaw.NEF, stored, orientation);
		}
	},

	ARW {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return raw(TestRaw.ARW, stored, orientation);
		}
	},

	DNG {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return raw(TestRaw.DNG, stored, orientation);
		}
	},

	ORF {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return raw(TestRaw.ORF, stored, orientation);
		}
	},

	RW2 {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return raw(TestRaw.RW2, stored, orientation);
		}
	},

	/** It knows no orientation of its own: the picture in it does. */
	RAF {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return TestRaw.RAF.with(jpeg(stored, orientation).toBytes(), 1);
		}
	},

	GIF(false) {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return TestGif.screen(stored.getWidth(), stored.getHeight())
				.frame(TestPictures.indexed(stored), 0, 0, "none")
				.toBytes();
		}
	},

	BMP(false) {
		@Override
		byte[] of(BufferedImage stored, int orientation, VipsSource vips) {
			return TestBmp.plain(stored, 3, false);
		}
	};

	private final boolean turns;

	OrientedFile() {
		this(true);
	}

	OrientedFile(boolean turns) {
		this.turns = turns;
	}

	/**
	 * Tells whether such files can say that they are turned.
	 * @return false if they are always upright
	 */
	boolean turns() {
		return this.turns;
	}

	/**
	 * Makes a file.
	 * @param stored its pixels
	 * @param orientation how they are to be turned, 1 to 8
	 * @param vips encodes what Java cannot
	 * @return its bytes
	 */
	abstract byte[] of(BufferedImage stored, int orientation, VipsSource vips);

	private static TestJpeg jpeg(BufferedImage stored, int orientation) {
		return TestJpeg.jpeg(stored).exif(TestExif.exif().orientation(orientation));
	}

	private static TestPng turned(BufferedImage stored, int orientation) {
		return png(stored).exif(TestExif.exif().orientation(orientation));
	}

	private static byte[] raw(TestRaw kind, BufferedImage stored, int orientation) {
		return kind.with(TestJpeg.jpeg(stored).toBytes(), orientation);
	}

	/**
	 * Encodes by libvips, where that is.
	 *
	 * @param directory takes what it is to encode
	 */
	record VipsSource(Path directory) {

		byte[] encoded(TestPng picture, String saver, Object... options) {
			return VipsReference.orSkip()
				.encoded(picture.writeTo(this.directory.resolve("stored.png")), saver, options);
		}

	}

}
