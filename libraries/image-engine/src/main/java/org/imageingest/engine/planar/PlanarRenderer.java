package org.imageingest.engine.planar;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.metadata.ColourTags;
import org.imageingest.engine.planar.ZimgFormat.Colour;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.UnsupportedPictureException;

/**
 * The fast way of most photos: JPEGs of YCbCr or grey pixels that are sRGB or Display P3.
 * Every other picture is left to the next renderer, and so is one that the decoder finds
 * something odd about.
 */
public final class PlanarRenderer implements PictureRenderer {

	private final PlanarLibraries libraries;

	private final ConcurrentLinkedDeque<PlanarWorkbench> idle = new ConcurrentLinkedDeque<>();

	/**
	 * Loads the C libraries.
	 * @throws org.imageingest.engine.foreign.LibraryMissingException if one is not there
	 */
	public PlanarRenderer() {
		this.libraries = PlanarLibraries.load();
	}

	/**
	 * Tells whether the C libraries are on this machine.
	 * @return true if they load
	 */
	public static boolean isAvailable() {
		return PlanarLibraries.areHere();
	}

	@Override
	public String name() {
		return "planar";
	}

	@Override
	public List<String> libraries() {
		return this.libraries.names();
	}

	@Override
	public Set<ImageFormat> formats() {
		return Set.of(ImageFormat.JPEG);
	}

	@Override
	public List<RenderedVariant> render(SourcePicture picture, RenderTask task) throws IOException {
		Colour colour = colour(picture.colour());
		PlanarWorkbench taken = this.idle.poll();
		PlanarWorkbench workbench = (taken != null) ? taken : new PlanarWorkbench(this.libraries);
		// One that failed is not used again: what state a C library is in then is its own
		// business.
		boolean done = false;
		try {
			List<RenderedVariant> variants = workbench.render(picture, colour, task);
			done = true;
			return variants;
		}
		finally {
			if (done) {
				workbench.tidy();
				this.idle.push(workbench);
			}
			else {
				workbench.close();
			}
		}
	}

	private static Colour colour(ColourTags tags) {
		byte[] profile = tags.iccProfile();
		if (profile != null) {
			return KnownColours.of(profile)
				.orElseThrow(() -> new UnsupportedPictureException("a profile that is not sRGB or Display P3", null));
		}
		if (tags.adobeRgb()) {
			throw new UnsupportedPictureException("Adobe RGB", null);
		}
		return Colour.SRGB;
	}

}
