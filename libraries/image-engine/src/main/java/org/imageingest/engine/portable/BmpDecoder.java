package org.imageingest.engine.portable;

import java.io.IOException;
import java.nio.ByteOrder;

import javax.imageio.ImageReader;

import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.SourcePicture;

/**
 * Windows bitmaps by TwelveMonkeys.
 */
final class BmpDecoder extends ImageIoDecoder {

	private static final String PLUGIN = "com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi";

	private static final int CORE_HEADER_BYTES = 12;

	/** BI_RLE8, whose rows have no fixed length. */
	private static final int RUNS_OF_BYTES = 1;

	/** BI_RLE4. */
	private static final int RUNS_OF_HALF_BYTES = 2;

	/** BI_JPEG and what follows it. */
	private static final int FIRST_OTHER = 4;

	BmpDecoder() {
		super(ImageIoPlugins.reader(PLUGIN), false);
	}

	@Override
	SourceColours decode(ImageReader reader, SourcePicture source, RowSink pixels) throws IOException {
		requireWhole(source);
		pixels.take(PixelLayouts.rowsOf(asPromised(reader.read(0), source)));
		return SourceColours.SRGB;
	}

	/** The reader fills what is missing at the end with black. Padding may be missing. */
	private static void requireWhole(SourcePicture source) throws IOException {
		try (BoundedFile file = new BoundedFile(source.path())) {
			file.order(ByteOrder.LITTLE_ENDIAN);
			boolean core = file.u32(14) == CORE_HEADER_BYTES;
			long compression = core ? 0 : file.u32(30);
			if (compression == RUNS_OF_BYTES || compression == RUNS_OF_HALF_BYTES) {
				if (!new BmpRuns(file, source.header(), (int) compression).areWhole(file.u32(10))) {
					throw new CorruptPictureException("its runs end before the picture does", null);
				}
				return;
			}
			if (compression == FIRST_OTHER || compression == FIRST_OTHER + 1) {
				return;
			}
			long rowBits = (long) source.header().storedWidth() * file.u16(core ? 24 : 28);
			long rows = source.header().storedHeight();
			long end = file.u32(10) + (rows - 1) * ((rowBits + 31) / 32 * 4) + (rowBits + 7) / 8;
			if (end > file.size()) {
				throw new CorruptPictureException(
						"its pixels end at byte %d, and the file at %d".formatted(end, file.size()), null);
			}
		}
	}

}
