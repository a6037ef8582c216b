package org.imageingest.engine.header;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Size of a HEIF or AVIF: the largest {@code ispe} property of the {@code meta} box,
 * which is that of the whole picture where it is made of tiles (ISO/IEC 23008-12, 6.5.3).
 * A file that is only a sequence tells it in its track headers.
 */
final class HeifSize implements SizeReader {

	private static final int BOX_HEADER_BYTES = 8;

	private static final int MAX_BOXES = 4096;

	private int left = MAX_BOXES;

	@Override
	public ImageSize read(BoundedFile bytes) throws IOException {
		ImageSize size = inside(bytes, 0, bytes.size());
		if (size.pixels() == 0) {
			throw new MalformedFileException("it tells no size");
		}
		return size;
	}

	private ImageSize inside(BoundedFile bytes, long start, long end) throws IOException {
		ImageSize size = ImageSize.UNKNOWN;
		long at = start;
		while (at + BOX_HEADER_BYTES <= end && this.left-- > 0) {
			long length = bytes.u32(at);
			long content = at + BOX_HEADER_BYTES;
			if (length == 1) {
				length = bytes.s64(content);
				content += 8;
			}
			long next = (length == 0) ? end : at + length;
			if (next < content || next > end) {
				break;
			}
			size = size.larger(box(bytes, bytes.ascii(at + 4, 4), content, next));
			at = next;
		}
		return size;
	}

	private ImageSize box(BoundedFile bytes, String type, long content, long end) throws IOException {
		return switch (type) {
			case "meta" -> inside(bytes, content + 4, end);
			case "iprp", "ipco", "moov", "trak" -> inside(bytes, content, end);
			case "ispe" -> new ImageSize(bytes.u32(content + 4), bytes.u32(content + 8));
			case "tkhd" -> new ImageSize(bytes.u32(end - 8) >>> 16, bytes.u32(end - 4) >>> 16);
			default -> ImageSize.UNKNOWN;
		};
	}

}
