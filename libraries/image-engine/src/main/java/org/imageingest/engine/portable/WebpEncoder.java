package org.imageingest.engine.portable;

import javax.imageio.ImageWriteParam;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPWriteParam;
import org.imageingest.model.recipe.Variant;

/**
 * Lossy WebP by libwebp; transparency is kept.
 */
final class WebpEncoder extends VariantEncoder {

	private static final String PLUGIN = "com.luciad.imageio.webp.WebPImageWriterSpi";

	WebpEncoder() {
		super(ImageIoPlugins.writer(PLUGIN));
	}

	@Override
	void configure(ImageWriteParam param, Variant variant) {
		WebPWriteParam webp = (WebPWriteParam) param;
		webp.setCompressionType(CompressionType.Lossy);
		webp.setCompressionQuality(variant.quality() / 100f);
		webp.setMethod(variant.method());
	}

}
