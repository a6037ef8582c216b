package org.imageingest.engine.vips;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.UnsupportedPictureException;
import org.imageingest.model.recipe.Variant;

/**
 * The renderer for every common format, by libvips. It works on one picture at a time in
 * the whole process, on the thread that calls: for more, run more processes. Hostile
 * files meet C code here, which is another reason for processes of their own.
 */
public final class VipsRenderer implements PictureRenderer {

	private final Vips vips = new Vips();

	private final VariantSaver saver = new VariantSaver(this.vips);

	private final Set<ImageFormat> formats;

	private final PictureDecoder decoder;

	/**
	 * Finds libvips and what it was built with.
	 * @throws org.imageingest.engine.foreign.LibraryMissingException if it is missing,
	 * older than 8.13 or without an encoder that is needed
	 */
	public VipsRenderer() {
		PictureLoader loader = new PictureLoader(this.vips);
		this.formats = Set.copyOf(loader.formats());
		this.decoder = new PictureDecoder(this.vips, loader);
	}

	@Override
	public String name() {
		return "vips";
	}

	@Override
	public List<String> libraries() {
		return List.of("libvips " + this.vips.version());
	}

	@Override
	public Set<ImageFormat> formats() {
		return this.formats;
	}

	@Override
	public List<RenderedVariant> render(SourcePicture picture, RenderTask task) throws IOException {
		List<Variant> variants = task.variants();
		Vips.ONE_PICTURE.lock();
		try (PictureLevels levels = decode(picture, variants)) {
			return this.saver.save(levels, variants, task.directory(), picture.warnings());
		}
		finally {
			Vips.ONE_PICTURE.unlock();
		}
	}

	private PictureLevels decode(SourcePicture picture, List<Variant> variants) throws IOException {
		this.vips.takeErrors();
		try {
			return this.decoder.decode(picture, variants.stream().map(Variant::maxDimension).toList());
		}
		catch (VipsException ex) {
			requireReadable(picture);
			if (ex.isOutOfMemory()) {
				throw new OutOfMemoryError("libvips has no memory left for the picture");
			}
			if (ex.isUnsupported()) {
				throw new UnsupportedPictureException("libvips refused it", ex);
			}
			throw new CorruptPictureException("its data is damaged or ends too early", ex);
		}
	}

	/** The library does not tell a bad disk from a bad file. */
	private static void requireReadable(SourcePicture picture) throws IOException {
		try (InputStream file = Files.newInputStream(picture.path())) {
			file.transferTo(OutputStream.nullOutputStream());
		}
	}

}
