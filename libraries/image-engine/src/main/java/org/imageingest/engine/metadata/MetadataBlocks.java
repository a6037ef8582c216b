package org.imageingest.engine.metadata;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The blocks of metadata found in a file, as bytes. Filled by one {@link BlockReader}.
 */
final class MetadataBlocks {

	/** Of real profiles the largest have about 3 MiB: presses, with tables each way. */
	static final int MAX_PROFILE_BYTES = 4 * 1024 * 1024;

	/**
	 * What editors write of a photo's history stays below; parsing takes many times it.
	 */
	static final int MAX_TEXT_BYTES = 1024 * 1024;

	/** Most bytes of an EXIF block outside of JPEG, where a segment holds 64 KiB. */
	static final int MAX_EXIF_BYTES = 1024 * 1024;

	/** TIFF structures: EXIF. */
	final List<byte[]> exif = new ArrayList<>();

	/** Photoshop resources, which hold IPTC. */
	final List<byte[]> photoshop = new ArrayList<>();

	byte @Nullable [] xmp;

	/** Whether there is XMP that is not read. */
	boolean furtherXmp;

	byte @Nullable [] iccProfile;

	/** Whether there is a profile that is too large to be used. */
	boolean profileTooLarge;

	/** Whether another block is too large to be looked at. */
	boolean blockTooLarge;

	ColourTags.@Nullable CodePoints codePoints;

	int gamma;

	@Nullable Chromaticities chromaticities;

	boolean animated;

	boolean comment;

	/** Whether there are parts that are not looked into, and may tell anything. */
	boolean unsearched;

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

	/** Takes a profile, or nothing of one that is too large. */
	void profile(byte @Nullable [] profile) {
		this.profileTooLarge = profile == null || profile.length > MAX_PROFILE_BYTES;
		this.iccProfile = this.profileTooLarge ? null : profile;
	}

	/** Takes an XMP packet, or nothing of one that is too large. */
	void xmp(byte @Nullable [] packet) {
		this.blockTooLarge |= packet == null;
		this.xmp = packet;
	}

	/** Tells whether a block is small enough to be read; the warning is given here. */
	boolean isTaken(long length, int maxBytes) {
		this.blockTooLarge |= length > maxBytes;
		return length <= maxBytes;
	}

}
