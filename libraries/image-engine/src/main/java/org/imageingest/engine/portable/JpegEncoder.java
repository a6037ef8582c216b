package org.imageingest.engine.portable;

import javax.imageio.ImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;

import org.imageingest.model.recipe.Variant;

/**
 * Baseline JPEG with 4:2:0 chroma by the JDK's writer, on white where the photo is
 * transparent.
 */
final class JpegEncoder extends VariantEncoder {

	private static final String PLUGIN = "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi";

	JpegEncoder() {
		super(ImageIoPlugins.writer(PLUGIN));
	}

	@Override
	void configure(ImageWriteParam param, Variant variant) {
		param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		param.setCompressionQuality(variant.quality() / 100f);
		((JPEGImageWriteParam) param).setOptimizeHuffmanTables(true);
	}

	@Override
	PixelBuffer prepare(PixelBuffer picture) {
		return picture.hasAlpha() ? Alpha.onWhite(picture) : picture;
	}

}
