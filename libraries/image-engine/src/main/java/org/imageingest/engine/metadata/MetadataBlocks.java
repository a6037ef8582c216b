package org.imageingest.engine.metadata;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The blocks of metadata found in a file, as bytes. Filled by one {@link BlockReader}.
 */
final class MetadataBlocks {

	/** TIFF structures: EXIF. */
	final List<byte[]> exif = new ArrayList<>();

	/** Photoshop resources, which hold IPTC. */
	final List<byte[]> photoshop = new ArrayList<>();

	byte @Nullable [] xmp;

	byte @Nullable [] iccProfile;

	ColourTags.@Nullable CodePoints codePoints;

	int gamma;

	boolean animated;

	boolean comment;

	/**
	 * Whether the container itself says how the picture is turned, so that EXIF must not.
	 */
	boolean orientedByContainer;

	/** Whether the container turns the picture by a quarter. */
	boolean quarterTurn;

	/**
	 * Width in pixels that the container tells of the picture that it shows, before it is
	 * turned; 0 if it does not.
	 */
	long pictureWidth;

	/** Height in pixels, 0 together with the width. */
	long pictureHeight;

}
