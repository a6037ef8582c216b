package org.imageingest.engine.planar;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * What libzimg is told about one side of a conversion.
 *
 * @param width columns of the first plane
 * @param height rows of the first plane
 * @param colour colours, or nothing for a single plane
 * @param activeWidth columns that the target stands for, not always a whole number
 * @param activeHeight rows that the target stands for
 */
record ZimgFormat(int width, int height, Colour colour, double activeWidth, double activeHeight) {

	private static final VarHandle WIDTH = field("width");

	private static final VarHandle HEIGHT = field("height");

	private static final VarHandle PIXEL_TYPE = field("pixel_type");

	private static final VarHandle DEPTH = field("depth");

	private static final VarHandle SUBSAMPLE_WIDTH = field("subsample_w");

	private static final VarHandle SUBSAMPLE_HEIGHT = field("subsample_h");

	private static final VarHandle FAMILY = field("color_family");

	private static final VarHandle MATRIX = field("matrix_coefficients");

	private static final VarHandle TRANSFER = field("transfer_characteristics");

	private static final VarHandle PRIMARIES = field("color_primaries");

	private static final VarHandle RANGE = field("pixel_range");

	private static final VarHandle CHROMA_LOCATION = field("chroma_location");

	private static final VarHandle REGION_LEFT = region("left");

	private static final VarHandle REGION_TOP = region("top");

	private static final VarHandle REGION_WIDTH = region("width");

	private static final VarHandle REGION_HEIGHT = region("height");

	private static final int BYTES = 0;

	private static final int RGB_FAMILY = 1;

	private static final int YUV_FAMILY = 2;

	/** None: red, green and blue as they are. */
	private static final int RGB_MATRIX = 0;

	/** BT.601, that of JFIF. */
	private static final int BT601_MATRIX = 5;

	private static final int SRGB_TRANSFER = 13;

	/** Between the luma samples, as in JFIF and WebP. */
	private static final int CENTRED_CHROMA = 1;

	static ZimgFormat ofPlane(int width, int height) {
		return new ZimgFormat(width, height, Colour.SINGLE_PLANE, width, height);
	}

	static ZimgFormat ofPicture(int width, int height, Colour colour) {
		return new ZimgFormat(width, height, colour, width, height);
	}

	MemorySegment in(Arena arena, Zimg zimg) {
		MemorySegment format = zimg.newFormat(arena);
		WIDTH.set(format, 0L, this.width);
		HEIGHT.set(format, 0L, this.height);
		PIXEL_TYPE.set(format, 0L, BYTES);
		DEPTH.set(format, 0L, Byte.SIZE);
		RANGE.set(format, 0L, this.colour.fullRange ? 1 : 0);
		REGION_LEFT.set(format, 0L, 0.0);
		REGION_TOP.set(format, 0L, 0.0);
		REGION_WIDTH.set(format, 0L, this.activeWidth);
		REGION_HEIGHT.set(format, 0L, this.activeHeight);
		if (this.colour != Colour.SINGLE_PLANE) {
			boolean rgb = this.colour == Colour.SRGB_AS_RGB;
			SUBSAMPLE_WIDTH.set(format, 0L, rgb ? 0 : 1);
			SUBSAMPLE_HEIGHT.set(format, 0L, rgb ? 0 : 1);
			FAMILY.set(format, 0L, rgb ? RGB_FAMILY : YUV_FAMILY);
			MATRIX.set(format, 0L, rgb ? RGB_MATRIX : BT601_MATRIX);
			TRANSFER.set(format, 0L, SRGB_TRANSFER);
			PRIMARIES.set(format, 0L, this.colour.primaries);
			CHROMA_LOCATION.set(format, 0L, CENTRED_CHROMA);
		}
		return format;
	}

	private static VarHandle field(String name) {
		return Zimg.FORMAT.varHandle(PathElement.groupElement(name));
	}

	private static VarHandle region(String name) {
		return Zimg.FORMAT.varHandle(PathElement.groupElement("active_region"), PathElement.groupElement(name));
	}

	/**
	 * What the samples mean. All with the curve of sRGB; but for RGB, 4:2:0 with the
	 * matrix of BT.601.
	 */
	enum Colour {

		/** One plane, whatever it means, from 0 to 255. */
		SINGLE_PLANE(0, true),

		/** sRGB from 0 to 255, as in JFIF. */
		SRGB(1, true),

		/** sRGB from 16 to 235 or 240, as in WebP. */
		LIMITED_SRGB(1, false),

		/** Red, green and blue of sRGB, a plane each, from 0 to 255. */
		SRGB_AS_RGB(1, true),

		/** Display P3 from 0 to 255. */
		DISPLAY_P3(12, true);

		/** Number of the primaries in ITU-T H.273. */
		private final int primaries;

		private final boolean fullRange;

		Colour(int primaries, boolean fullRange) {
			this.primaries = primaries;
			this.fullRange = fullRange;
		}

	}

}
