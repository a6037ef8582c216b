package org.imageingest.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.colour.SourceProfile;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.TargetSize;

/**
 * Decodes a picture once and makes its sizes from large to small: the largest one while
 * it is decoded, small ones from larger ones where those are large enough. The whole
 * picture is held only where more than one size is made from it.
 */
final class PictureDecoder {

	private final PictureLoader loader;

	private final ResizeStep resize;

	private final SrgbStep srgb;

	private final UprightStep upright;

	PictureDecoder(Vips vips, PictureLoader loader) {
		this.loader = loader;
		this.resize = new ResizeStep(vips);
		this.srgb = new SrgbStep(vips);
		this.upright = new UprightStep(vips);
	}

	/**
	 * Decodes a picture.
	 * @param source the picture
	 * @param maxDimensions longest side of each size in pixels
	 * @return its sizes, to be closed
	 * @throws IOException if the file cannot be read
	 * @throws org.imageingest.engine.render.CorruptPictureException if it is not whole
	 * @throws org.imageingest.engine.render.UnsupportedPictureException if it is of a
	 * kind that is not taken
	 * @throws VipsException if the library refuses it
	 */
	PictureLevels decode(SourcePicture source, List<Integer> maxDimensions) throws IOException {
		List<Integer> sides = maxDimensions.stream().distinct().sorted(Comparator.reverseOrder()).toList();
		try (Arena arena = Arena.ofConfined(); Scope scope = new Scope()) {
			OpenPicture picture = this.loader.open(source, sides.getFirst(), arena, scope);
			PictureLevels levels = new PictureLevels(picture.turned(picture.size()), sides);
			try {
				make(levels, picture, source.warnings(), scope);
				this.loader.requireWhole(source);
				return levels;
			}
			catch (RuntimeException ex) {
				levels.close();
				throw ex;
			}
		}
	}

	private void make(PictureLevels levels, OpenPicture picture, Set<String> warnings, Scope whole) {
		SourceColours colours = SourceProfile.of(picture.colour(), warnings);
		boolean once = levels.sizesOfTheOriginal() == 1;
		VipsImage original = once ? picture.image() : picture.image().inMemory(whole);
		for (TargetSize size : levels.sizes()) {
			try (Scope scope = new Scope()) {
				VipsImage larger = levels.enoughFor(size);
				if (larger != null) {
					levels.add(this.resize.apply(larger, size, scope).pixelsOnly());
				}
				else {
					VipsImage lying = this.resize.apply(original, picture.turned(size), scope);
					VipsImage srgb = this.srgb.apply(lying, colours, warnings, scope);
					levels.add(turned(srgb.pixelsOnly(), picture.orientation()));
				}
			}
		}
	}

	/** Rows and columns are exchanged in memory, where all of them are at hand. */
	private VipsImage turned(VipsImage lying, int orientation) {
		if (orientation == 1) {
			return lying;
		}
		try (lying; Scope scope = new Scope()) {
			return this.upright.apply(lying, orientation, scope).pixelsOnly();
		}
	}

}
