package org.imageingest.bulk.reprocess;

import java.util.List;
import java.util.stream.Stream;

import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.photo.ImageProperties.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Where the published original is a copy without its location, what was in the uploaded
 * one cannot be read any more. The former document still knows it, and it is kept as far
 * as the operator keeps such things today.
 */
class StrippedMetadata {

	private final Metadata kept;

	StrippedMetadata(Metadata kept) {
		this.kept = kept;
	}

	ImageMetadata metadata(ImageDocument former, ImageMetadata read) {
		if (!isStripped(former)) {
			return read;
		}
		ImageMetadata known = former.metadata();
		boolean words = this.kept.preserveDescriptive();
		return new ImageMetadata(read.width(), read.height(), read.storedWidth(), read.storedHeight(),
				read.orientation(), read.animated(), read.captureDate(), read.captureDateIsLocal(), read.cameraMake(),
				read.cameraModel(), or(read.gps(), known.gps(), this.kept.preserveGps() || former.keepsLocation()),
				or(read.deviceSerial(), known.deviceSerial(), this.kept.preserveDeviceSerial()),
				or(read.title(), known.title(), words), or(read.caption(), known.caption(), words),
				or(read.keywords(), known.keywords(), words), or(read.copyright(), known.copyright(), words));
	}

	List<String> removed(ImageDocument former, List<String> removed) {
		return isStripped(former) ? Stream.concat(former.removed().stream(), removed.stream()).distinct().toList()
				: removed;
	}

	private static boolean isStripped(ImageDocument document) {
		return document.original().sha256() != null;
	}

	private static <T> @Nullable T or(@Nullable T read, @Nullable T known, boolean mayBeKept) {
		return (read == null && mayBeKept) ? known : read;
	}

}
