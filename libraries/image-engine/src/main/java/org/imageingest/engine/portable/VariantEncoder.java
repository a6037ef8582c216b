package org.imageingest.engine.portable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.imageingest.model.recipe.Variant;

/**
 * Encodes variants in one format. Only pixels are handed to the encoder, so nothing else
 * of the photo can come through.
 */
abstract class VariantEncoder {

	private final ImageWriterSpi plugin;

	VariantEncoder(ImageWriterSpi plugin) {
		this.plugin = plugin;
	}

	/**
	 * Encodes a picture in memory: what fails here is the encoder, not the disk.
	 * @param picture sRGB, with or without alpha
	 * @param variant quality and effort
	 * @return the encoded file
	 * @throws IOException if the encoder cannot make it
	 */
	final byte[] encode(PixelBuffer picture, Variant variant) throws IOException {
		ImageWriter writer = this.plugin.createWriterInstance();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(output);
			ImageWriteParam param = writer.getDefaultWriteParam();
			configure(param, variant);
			writer.write(null, new IIOImage(prepare(picture).image(), null, null), param);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	abstract void configure(ImageWriteParam param, Variant variant);

	PixelBuffer prepare(PixelBuffer picture) {
		return picture;
	}

}
