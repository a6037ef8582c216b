package org.imageingest.engine.vips;

import org.imageingest.engine.render.TargetSize;

/**
 * Shrinks a picture by Lanczos resampling with three lobes. Transparent pixels count as
 * much as they show.
 */
final class ResizeStep {

	/**
	 * Averaging before resampling would save nothing here, and is seen in small sizes.
	 */
	private static final int NO_BOX = 0;

	private final Vips vips;

	ResizeStep(Vips vips) {
		this.vips = vips;
	}

	/**
	 * Shrinks a picture.
	 * @param image the picture
	 * @param target its new size
	 * @param scope closes the new picture
	 * @return the picture in the same layout
	 */
	VipsImage apply(VipsImage image, TargetSize target, Scope scope) {
		TargetSize size = image.size();
		if (size.equals(target)) {
			return image;
		}
		if (!image.hasAlpha()) {
			return resize(image, target, scope);
		}
		VipsImage premultiplied = this.vips.operation("premultiply").with("in", image).image(scope);
		VipsImage resized = resize(premultiplied, target, scope);
		VipsImage divided = this.vips.operation("unpremultiply").with("in", resized).image(scope);
		return this.vips.operation("cast")
			.with("in", divided)
			.with("format", PixelLayout.of(image).word())
			.image(scope);
	}

	private VipsImage resize(VipsImage image, TargetSize target, Scope scope) {
		VipsImage resized = this.vips.operation("resize")
			.with("in", image)
			.with("scale", (double) target.width() / image.width())
			.with("vscale", (double) target.height() / image.height())
			.with("kernel", "lanczos3")
			.with("gap", NO_BOX)
			.image(scope);
		if (!resized.size().equals(target)) {
			throw new IllegalStateException(
					"A picture of " + image.size() + " became " + resized.size() + ", not " + target);
		}
		return resized;
	}

}
