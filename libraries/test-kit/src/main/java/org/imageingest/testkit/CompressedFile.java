package org.imageingest.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes files with a writer of the JDK that knows several compressions.
 */
final class CompressedFile {

	private CompressedFile() {
	}

	/**
	 * Writes a picture.
	 * @param writer the writer, which is used up
	 * @param picture the picture, whose layout becomes that of the file
	 * @param compression the writer's name of it
	 * @return the file
	 */
	static byte[] write(ImageWriter writer, BufferedImage picture, String compression) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
			writer.setOutput(output);
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionType(compression);
			writer.write(null, new IIOImage(picture, null, null), param);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return file.toByteArray();
	}

}
