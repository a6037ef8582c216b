package org.imageingest.engine.portable;

import java.io.IOException;

import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.UnsupportedPictureException;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the way of a JPEG by its head.
 */
final class JpegDecoder implements PictureDecoder {

	private final PictureDecoder other = new OtherJpegDecoder();

	@Override
	public SourceColours decode(SourcePicture source, RowSink pixels) throws IOException {
		JpegHead head = head(source);
		if (head != null && head.isInOneScan()) {
			return new OneScanJpegDecoder(head).decode(source, pixels);
		}
		return this.other.decode(source, pixels);
	}

	private static @Nullable JpegHead head(SourcePicture source) throws IOException {
		try (BoundedFile bytes = new BoundedFile(source.path())) {
			JpegHead head = JpegHead.read(bytes);
			if (head != null && head.isRare()) {
				throw RareJpeg.isWhole(head, bytes) ? new UnsupportedPictureException("a JPEG of a rare process", null)
						: new CorruptPictureException("its segments do not fit together, or its end is missing", null);
			}
			return head;
		}
	}

}
