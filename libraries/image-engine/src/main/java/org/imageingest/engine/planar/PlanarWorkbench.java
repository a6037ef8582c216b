package org.imageingest.engine.planar;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.planar.ZimgFormat.Colour;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.TargetSize;
import org.imageingest.engine.render.UnsupportedPictureException;
import org.imageingest.model.recipe.Variant;

/**
 * What one photo at a time is worked on with: decoders, encoders, plans and memory, which
 * the next photo finds as they are.
 */
final class PlanarWorkbench implements AutoCloseable {

	/** Enough for the planes of a photo of 24 megapixels. */
	private static final long MEMORY_KEPT = 40L * 1024 * 1024;

	private final ReusableMemory file = new ReusableMemory();

	private final JpegPlaneDecoder decoder;

	private final PlanarLevels levels;

	private final PlanarEncoders encoders;

	PlanarWorkbench(PlanarLibraries libraries) {
		this.decoder = new JpegPlaneDecoder(libraries.turboJpeg());
		this.levels = new PlanarLevels(libraries.zimg());
		this.encoders = new PlanarEncoders(libraries);
	}

	/**
	 * Makes the variants of a picture.
	 * @param picture a JPEG
	 * @param colour what its samples mean
	 * @param task what is to be made
	 * @return the variants, in the order asked for
	 * @throws IOException if a file cannot be read or written
	 */
	List<RenderedVariant> render(SourcePicture picture, Colour colour, RenderTask task) throws IOException {
		List<Variant> largestFirst = task.variants()
			.stream()
			.sorted(Comparator.comparingInt(Variant::maxDimension).reversed())
			.toList();
		MemorySegment jpeg = NativeFile.read(picture.path(), this.file);
		Planes decoded = this.decoder.decode(jpeg, largestFirst.getFirst().maxDimension());
		if (colour != Colour.SRGB && decoded.sampling() == ChromaSampling.GREY) {
			throw new UnsupportedPictureException("grey with the profile of a screen", null);
		}
		List<PlanarLevels.Level> made = this.levels.of(decoded, colour,
				new TargetSize(picture.header().storedWidth(), picture.header().storedHeight()), picture.orientation(),
				largestFirst.stream().map(Variant::maxDimension).distinct().toList());
		List<RenderedVariant> variants = new ArrayList<>(
				this.encoders.encode(made, largestFirst, task, picture.warnings()));
		variants.sort(Comparator.comparingInt((variant) -> task.variants().indexOf(variant.variant())));
		return variants;
	}

	/**
	 * Gives memory back that the next photo will hardly need.
	 */
	void tidy() {
		this.file.trim(MEMORY_KEPT);
		this.decoder.trim(MEMORY_KEPT);
		this.levels.trim(MEMORY_KEPT);
		this.encoders.trim(MEMORY_KEPT);
	}

	@Override
	public void close() {
		this.file.close();
		this.decoder.close();
		this.levels.close();
		this.encoders.close();
	}

}
