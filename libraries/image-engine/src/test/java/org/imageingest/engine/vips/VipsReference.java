package org.imageingest.engine.vips;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.imageingest.engine.foreign.LibraryMissingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * What libvips itself makes of a file, on its shortest way: its loader, its conversion of
 * colours, its thumbnails. Tests without the library are skipped.
 */
public final class VipsReference {

	private final Vips vips;

	private VipsReference(Vips vips) {
		this.vips = vips;
	}

	/**
	 * Finds the library.
	 * @return the reference; where the library is missing, the test is aborted
	 */
	public static VipsReference orSkip() {
		try {
			return new VipsReference(new Vips());
		}
		catch (LibraryMissingException ex) {
			return Assumptions.abort("No libvips to compare with: " + ex.getMessage());
		}
	}

	/**
	 * Decodes a file and converts it to sRGB by the library's own profile.
	 * @param file the file
	 * @param loader its loader, such as {@code jpegload}
	 * @param profile what its values mean; of a file with a profile of its own that
	 * counts, without either it is sRGB
	 * @return the picture as stored, not turned
	 */
	public BufferedImage inSrgb(Path file, String loader, @Nullable Path profile) {
		try (Scope scope = new Scope()) {
			VipsImage image = this.vips.operation(loader).with("filename", file).image(scope);
			boolean grey = profile != null && image.colourBands() == 1;
			VipsImage source = grey ? to("rgb16", image, scope) : image;
			if (profile == null && image.profile() == null) {
				return picture(to("srgb", image, scope));
			}
			VipsOperation transform = this.vips.operation("icc_transform")
				.with("in", source)
				.with("output-profile", "srgb")
				.with("intent", "relative");
			return picture(
					((profile != null) ? transform.with("input-profile", profile) : transform.with("embedded", true))
						.image(scope));
		}
	}

	/**
	 * Makes a small picture as the library's own command for that does: turned upright
	 * and in sRGB.
	 * @param file the file
	 * @param width width in pixels
	 * @param height height in pixels
	 * @return the small picture
	 */
	public BufferedImage thumbnail(Path file, int width, int height) {
		try (Scope scope = new Scope()) {
			return picture(this.vips.operation("thumbnail")
				.with("filename", file)
				.with("width", width)
				.with("height", height)
				.with("size", "force")
				.with("export-profile", "srgb")
				.image(scope));
		}
	}

	/**
	 * Encodes a picture by the library.
	 * @param picture a PNG
	 * @param saver for example {@code heifsave_buffer}
	 * @param options name and value in turn
	 * @return the file; where the library has no such encoder, the test is aborted
	 */
	public byte[] encoded(Path picture, String saver, Object... options) {
		try (Scope scope = new Scope()) {
			VipsOperation save = this.vips.operation(saver)
				.with("in", this.vips.operation("pngload").with("filename", picture).image(scope));
			for (int i = 0; i < options.length; i += 2) {
				save.with((String) options[i], options[i + 1]);
			}
			return save.bytes();
		}
		catch (VipsException ex) {
			return Assumptions.abort("libvips cannot encode that here: " + ex.getMessage());
		}
	}

	private VipsImage to(String space, VipsImage image, Scope scope) {
		return this.vips.operation("colourspace").with("in", image).with("space", space).image(scope);
	}

	private BufferedImage picture(VipsImage image) {
		try {
			byte[] png = this.vips.operation("pngsave_buffer").with("in", image).with("strip", true).bytes();
			return ImageIO.read(new ByteArrayInputStream(png));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
