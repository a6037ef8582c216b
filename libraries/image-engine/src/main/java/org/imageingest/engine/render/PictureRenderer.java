package org.imageingest.engine.render;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.format.ImageFormat;

/**
 * Makes the variants of a picture: decodes it, turns it upright, resizes it, converts it
 * to sRGB and encodes it. Nothing but pixels comes through. Implementations are safe for
 * use by several threads.
 */
public interface PictureRenderer {

	/**
	 * Returns the name stored with every image that this renderer made.
	 * @return lower-case word, for example {@code portable}
	 */
	String name();

	/**
	 * Names the image libraries behind this renderer.
	 * @return name and version of each, for example {@code libwebp 1.2.4}
	 */
	List<String> libraries();

	/**
	 * Returns the formats that this renderer takes.
	 * @return formats of which it can decode at least the common kinds
	 */
	Set<ImageFormat> formats();

	/**
	 * Makes the variants of one picture.
	 * @param picture the picture, of one of the {@link #formats()}; receives the warning
	 * {@link org.imageingest.engine.EngineWarnings#variantNotMade} for each variant that
	 * only its encoder refused
	 * @param task what is to be made
	 * @return the variants made, in the order asked for
	 * @throws UnsupportedPictureException if the picture is of a kind that this renderer
	 * lacks
	 * @throws CorruptPictureException if the file is not a whole picture
	 * @throws org.imageingest.model.problem.ProblemException if the picture is over a
	 * limit
	 * @throws IOException if something failed that may work later, such as a full disk
	 */
	List<RenderedVariant> render(SourcePicture picture, RenderTask task) throws IOException;

}
