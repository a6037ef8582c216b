package org.imageingest.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Locale;

import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.TargetSize;

/**
 * Opens JPEGs, and judges what libjpeg complained of: it fills what is missing with grey
 * and goes on.
 */
final class JpegLoader {

	private static final String LOADER = "jpegload_source";

	private static final List<Integer> SHRINKS = List.of(8, 4, 2);

	/** What must remain, a side, against the target: less is seen. */
	private static final int REMAINING = 2;

	private static final String DATA_FAULT = "corrupt jpeg data";

	/** Padding that some cameras write; the picture is whole. */
	private static final String HARMLESS = "extraneous bytes";

	private final Vips vips;

	JpegLoader(Vips vips) {
		this.vips = vips;
	}

	/**
	 * Finds out how much smaller a JPEG may be decoded, which takes less time.
	 * @param header its header
	 * @param longestSide of the largest size that will be made, in pixels
	 * @return 1, 2, 4 or 8
	 */
	static int shrink(ImageHeader header, int longestSide) {
		TargetSize target = TargetSize.fit(header.storedWidth(), header.storedHeight(), longestSide);
		for (int shrink : SHRINKS) {
			long least = (long) REMAINING * shrink;
			if (header.storedWidth() >= least * target.width() && header.storedHeight() >= least * target.height()) {
				return shrink;
			}
		}
		return 1;
	}

	/**
	 * Opens a JPEG.
	 * @param picture the picture
	 * @param shrink how much smaller it is decoded
	 * @param arena holds its bytes; outlives the scope
	 * @param scope closes the picture
	 * @return the picture
	 * @throws IOException if the file cannot be read
	 * @throws VipsException if its header cannot be read
	 */
	VipsImage open(SourcePicture picture, int shrink, Arena arena, Scope scope) throws IOException {
		VipsObject source = scope.add(this.vips.source(JpegBytes.read(picture.path(), arena)));
		VipsOperation load = load(source, "none");
		return ((shrink > 1) ? load.with("shrink", shrink) : load).image(scope);
	}

	/**
	 * Refuses a picture with a part missing, after it was decoded.
	 * @param picture the picture
	 * @throws CorruptPictureException if libjpeg filled a gap
	 * @throws VipsException if the file ends before the picture does
	 */
	void requireWhole(SourcePicture picture) {
		String complaints = this.vips.takeErrors().toLowerCase(Locale.ROOT);
		if (!complaints.contains(DATA_FAULT)) {
			return;
		}
		if (!complaints.contains(HARMLESS)) {
			throw new CorruptPictureException("its pixel data is damaged or ends too early",
					new VipsException(complaints));
		}
		// libjpeg tells its first complaint only: a harmless one may hide others
		try (Scope scope = new Scope()) {
			VipsObject source = scope.add(this.vips.source(picture.path()));
			this.vips.operation("avg").with("in", load(source, "truncated").image(scope)).run();
		}
	}

	private VipsOperation load(VipsObject source, String failOn) {
		return this.vips.operation(LOADER).with("source", source).with("access", "sequential").with("fail-on", failOn);
	}

}
