package org.imageingest.engine.metadata;

import java.io.IOException;
import java.util.Set;

import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.PanasonicRawIFD0Directory;

/**
 * Passes over tags of a TIFF structure that are too large to be worth holding: pictures,
 * tables and a maker's private data, none of which is told.
 */
final class LargeTagFilter extends ExifTiffHandler {

	private static final int PHOTOSHOP = 0x8649;

	private boolean skipped;

	LargeTagFilter(Metadata metadata) {
		super(metadata, null, 0);
	}

	/**
	 * Tells whether a tag that is wanted was passed over.
	 * @return true for XMP, IPTC and Photoshop resources
	 */
	boolean hasSkipped() {
		return this.skipped;
	}

	@Override
	public boolean customProcessTag(int tagOffset, Set<Integer> processedIfdOffsets, int tiffHeaderOffset,
			RandomAccessReader reader, int tagId, int byteCount) throws IOException {
		if (byteCount > MetadataBlocks.MAX_TEXT_BYTES) {
			this.skipped |= tagId == ExifDirectoryBase.TAG_APPLICATION_NOTES || tagId == ExifDirectoryBase.TAG_IPTC_NAA
					|| tagId == PHOTOSHOP;
			return true;
		}
		// The picture inside a Panasonic RAW is read by its segments
		boolean picture = tagId == PanasonicRawIFD0Directory.TagJpgFromRaw
				&& this._currentDirectory instanceof PanasonicRawIFD0Directory;
		return picture
				|| super.customProcessTag(tagOffset, processedIfdOffsets, tiffHeaderOffset, reader, tagId, byteCount);
	}

}
