package org.imageingest.engine.vips;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.util.Map;
import java.util.Objects;

import org.imageingest.engine.format.ImageFormat;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

/**
 * Finds out whether a loader really loads: libheif opens files that it has no decoder
 * for. Decodes a picture of 64 by 48 pixels.
 */
final class DecoderProbe {

	private static final Map<ImageFormat, String> PICTURES = Map.of(ImageFormat.HEIC, "probe.heic", ImageFormat.AVIF,
			"probe.avif");

	private final Vips vips;

	DecoderProbe(Vips vips) {
		this.vips = vips;
	}

	/**
	 * Tries a loader.
	 * @param format the format
	 * @param loader its loader
	 * @return true if pictures of the format can be decoded here
	 */
	boolean works(ImageFormat format, String loader) {
		if (!this.vips.hasOperation(loader)) {
			return false;
		}
		String picture = PICTURES.get(format);
		return picture == null || decodes(picture, loader);
	}

	private boolean decodes(String picture, String loader) {
		try (Arena arena = Arena.ofConfined(); Scope scope = new Scope()) {
			VipsObject source = scope.add(this.vips.source(arena.allocateFrom(JAVA_BYTE, read(picture))));
			VipsImage image = this.vips.operation(loader).with("source", source).image(scope);
			this.vips.operation("avg").with("in", image).run();
			return true;
		}
		catch (VipsException ex) {
			return false;
		}
	}

	private static byte[] read(String picture) {
		try (InputStream file = Objects.requireNonNull(DecoderProbe.class.getResourceAsStream(picture))) {
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
