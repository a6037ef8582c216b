package org.imageingest.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;

import org.imageingest.engine.render.SourcePicture;

/**
 * Opens HEIFs and AVIFs. libheif crops, turns and mirrors them, but for one thing: of
 * more than 8 bits it mirrors nothing (1.15), so those are mirrored here.
 */
final class HeifLoader {

	static final String LOADER = "heifload_source";

	private final Vips vips;

	HeifLoader(Vips vips) {
		this.vips = vips;
	}

	/**
	 * Opens a HEIF.
	 * @param picture the picture
	 * @param arena may hold its bytes; outlives the scope
	 * @param scope closes the picture
	 * @return the picture, upright but for its mirroring
	 * @throws IOException if the file cannot be read
	 * @throws VipsException if the library refuses it
	 */
	OpenPicture open(SourcePicture picture, Arena arena, Scope scope) throws IOException {
		VipsImage image = load(this.vips.source(picture.path()), scope);
		HeifMirror mirror = (image.format() == PixelLayout.SHORTS.code()) ? HeifMirror.of(picture.path())
				: HeifMirror.NONE;
		if (!mirror.places().isEmpty()) {
			image = load(this.vips.source(mirror.takenOutOf(picture.path(), arena)), scope);
		}
		return new OpenPicture(image, image.size(), mirror.orientation(), picture.colour());
	}

	private VipsImage load(VipsObject source, Scope scope) {
		return this.vips.operation(LOADER)
			.with("source", scope.add(source))
			.with("access", "sequential")
			.with("fail-on", "error")
			.image(scope);
	}

}
