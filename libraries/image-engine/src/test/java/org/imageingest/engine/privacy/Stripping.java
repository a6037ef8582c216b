package org.imageingest.engine.privacy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.privacy.LocationRemoval.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Strips files that lie in memory.
 */
final class Stripping {

	private final Path directory;

	private int files;

	Stripping(Path directory) {
		this.directory = directory;
	}

	/** Strips a file that must end with a copy. */
	byte[] strip(byte[] file, ImageFormat format) {
		return strip(file, format, 1);
	}

	byte[] strip(byte[] file, ImageFormat format, int orientation) {
		Path copy = newFile();
		assertThat(outcome(file, format, orientation, copy)).isEqualTo(Outcome.REMOVED);
		try {
			return Files.readAllBytes(copy);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Strips a file that must end without a copy. */
	Outcome outcome(byte[] file, ImageFormat format) {
		Path copy = newFile();
		Outcome outcome = outcome(file, format, 1, copy);
		assertThat(copy).doesNotExist();
		return outcome;
	}

	private Outcome outcome(byte[] file, ImageFormat format, int orientation, Path copy) {
		try {
			return LocationRemoval.remove(Files.write(newFile(), file), format, orientation, copy);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path newFile() {
		return this.directory.resolve("file" + this.files++);
	}

	static Metadata metadata(byte[] file) {
		try {
			return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
		}
		catch (IOException | ImageProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static int[] pixels(byte[] file) {
		try {
			BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
			return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Bytes as characters, so that they can be searched for. */
	static String text(byte[] file) {
		return new String(file, StandardCharsets.ISO_8859_1);
	}

}
