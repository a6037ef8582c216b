package org.imageingest.engine.privacy;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The tags of one directory that may stay: those that the standard defines (Exif 3.0,
 * section 4.6) for the picture, the camera, dates and names. A maker's own tags are not
 * among them, whatever is in them.
 */
final class ExifTagSet {

	private static final int EXIF_DIRECTORY = 0x8769;

	private static final int INTEROP_DIRECTORY = 0xA005;

	private static final int MAKER_NOTE = 0x927C;

	private static final int USER_COMMENT = 0x9286;

	private static final int GPS_DIRECTORY = 0x8825;

	private static final ExifTagSet INTEROP = new ExifTagSet(ranges(0x0001, 0x0002, 0x1000, 0x1002), Set.of(),
			Map.of());

	private static final ExifTagSet EXIF = new ExifTagSet(
			ranges(0x829A, 0x829D, 0x8822, 0x8835, 0x9000, 0x9405, 0xA000, 0xA462, 0xA500, 0xA500),
			Set.of(GPS_DIRECTORY, MAKER_NOTE, USER_COMMENT), Map.of(INTEROP_DIRECTORY, INTEROP));

	/**
	 * Those of the first directory. The places of strips, tiles and a thumbnail are not
	 * among them: the picture is not in here.
	 */
	static final ExifTagSet MAIN = new ExifTagSet(ranges(0x0100, 0x0110, 0x0112, 0x0116, 0x0118, 0x0142, 0x0211, 0x0214,
			0x4746, 0x4746, 0x4749, 0x4749, 0x8298, 0x8298), Set.of(), Map.of(EXIF_DIRECTORY, EXIF));

	private final NavigableMap<Integer, Integer> ranges;

	private final Set<Integer> exceptions;

	private final Map<Integer, ExifTagSet> directories;

	private ExifTagSet(NavigableMap<Integer, Integer> ranges, Set<Integer> exceptions,
			Map<Integer, ExifTagSet> directories) {
		this.ranges = ranges;
		this.exceptions = exceptions;
		this.directories = directories;
	}

	/** Tells whether a tag may stay. */
	boolean contains(int tag) {
		Map.Entry<Integer, Integer> range = this.ranges.floorEntry(tag);
		return range != null && tag <= range.getValue() && !this.exceptions.contains(tag);
	}

	/** Returns the tags of the directory that a tag points to, if it may stay. */
	@Nullable ExifTagSet directory(int tag) {
		return this.directories.get(tag);
	}

	/** First and last tag of each range. */
	private static NavigableMap<Integer, Integer> ranges(int... ends) {
		NavigableMap<Integer, Integer> ranges = new TreeMap<>();
		for (int i = 0; i < ends.length; i += 2) {
			ranges.put(ends[i], ends[i + 1]);
		}
		return ranges;
	}

}
