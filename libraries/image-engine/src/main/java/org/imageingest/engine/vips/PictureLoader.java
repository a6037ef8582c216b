package org.imageingest.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.ColourTags;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.TargetSize;
import org.imageingest.engine.render.UnsupportedPictureException;

/**
 * Opens pictures by the loader of their format: the library does not guess what a file
 * is. Of several pictures in a file the first is taken, of a HEIF the primary one.
 */
final class PictureLoader {

	private static final Map<ImageFormat, String> LOADERS = new EnumMap<>(
			Map.of(ImageFormat.JPEG, "jpegload_source", ImageFormat.PNG, "pngload_source", ImageFormat.GIF,
					"gifload_source", ImageFormat.TIFF, "tiffload_source", ImageFormat.WEBP, "webpload_source",
					ImageFormat.HEIC, HeifLoader.LOADER, ImageFormat.AVIF, HeifLoader.LOADER));

	/** {@code VIPS_FORMAT_SHORT}, vips/image.h. */
	private static final int SIGNED_SHORTS = 3;

	private final Vips vips;

	private final JpegLoader jpeg;

	private final HeifLoader heif;

	PictureLoader(Vips vips) {
		this.vips = vips;
		this.jpeg = new JpegLoader(vips);
		this.heif = new HeifLoader(vips);
	}

	/**
	 * Finds out what this library can load.
	 * @return formats that it has a working loader for
	 */
	Set<ImageFormat> formats() {
		DecoderProbe probe = new DecoderProbe(this.vips);
		Set<ImageFormat> formats = EnumSet.noneOf(ImageFormat.class);
		LOADERS.forEach((format, loader) -> {
			if (probe.works(format, loader)) {
				formats.add(format);
			}
		});
		return formats;
	}

	/**
	 * Opens a picture.
	 * @param picture the picture
	 * @param longestSide of the largest size that will be made, in pixels
	 * @param arena may hold its bytes; outlives the scope
	 * @param scope closes it
	 * @return the picture
	 * @throws IOException if the file cannot be read
	 * @throws CorruptPictureException if it is not of the size that its header tells
	 * @throws UnsupportedPictureException if its pixels are of a kind that is not taken
	 * @throws VipsException if the library refuses it
	 */
	OpenPicture open(SourcePicture picture, int longestSide, Arena arena, Scope scope) throws IOException {
		ImageHeader header = picture.header();
		int shrink = (header.format() == ImageFormat.JPEG) ? JpegLoader.shrink(header, longestSide) : 1;
		OpenPicture open = switch (header.format()) {
			case JPEG -> jpeg(picture, shrink, arena, scope);
			case HEIC, AVIF -> this.heif.open(picture, arena, scope);
			default -> other(picture, scope);
		};
		requireAsPromised(open.image(), header, shrink);
		PixelLayout.of(open.image());
		return open;
	}

	/**
	 * Judges what the loader let pass while it decoded.
	 * @param picture the picture, decoded
	 * @throws CorruptPictureException if a part of it is missing
	 * @throws VipsException if the library refuses it
	 */
	void requireWhole(SourcePicture picture) {
		if (picture.header().format() == ImageFormat.JPEG) {
			this.jpeg.requireWhole(picture);
		}
	}

	private OpenPicture jpeg(SourcePicture picture, int shrink, Arena arena, Scope scope) throws IOException {
		ImageHeader header = picture.header();
		VipsImage image = this.jpeg.open(picture, shrink, arena, scope);
		TargetSize size = (shrink > 1) ? new TargetSize(header.storedWidth(), header.storedHeight()) : image.size();
		return new OpenPicture(image, size, picture.orientation(), picture.colour());
	}

	private OpenPicture other(SourcePicture picture, Scope scope) throws IOException {
		ImageFormat format = picture.header().format();
		String loader = LOADERS.get(format);
		if (loader == null) {
			throw new UnsupportedPictureException("no loader for " + format, null);
		}
		if (format == ImageFormat.GIF && GifFrame.leavesScreenFree(picture.path())) {
			throw new UnsupportedPictureException("a GIF whose first frame leaves a part of its screen free", null);
		}
		VipsImage image = withoutSigns(this.vips.operation(loader)
			.with("source", scope.add(this.vips.source(picture.path())))
			.with("access", "sequential")
			.with("fail-on", "error")
			.image(scope), scope);
		ColourTags colour = (format == ImageFormat.TIFF) ? withProfile(picture.colour(), image) : picture.colour();
		return new OpenPicture(image, image.size(), picture.orientation(), colour);
	}

	/** TIFFs may have values of 16 bits with a sign; below 0 there is nothing to see. */
	private VipsImage withoutSigns(VipsImage image, Scope scope) {
		return (image.format() == SIGNED_SHORTS)
				? this.vips.operation("cast").with("in", image).with("format", PixelLayout.SHORTS.word()).image(scope)
				: image;
	}

	/** Limits were judged by the header, so nothing larger may be decoded. */
	private static void requireAsPromised(VipsImage image, ImageHeader header, int shrink) {
		long pixels = (long) image.width() * image.height();
		long promised = (header.storedWidth() / shrink + 1L) * (header.storedHeight() / shrink + 1L);
		if (pixels > ((shrink > 1) ? promised : header.pixels())) {
			throw new CorruptPictureException("it has %d x %d pixels where its header tells %d x %d"
				.formatted(image.width(), image.height(), header.storedWidth(), header.storedHeight()), null);
		}
	}

	/**
	 * Their profiles are read by the library alone; a profile goes before code points.
	 */
	private static ColourTags withProfile(ColourTags colour, VipsImage image) {
		byte[] profile = (colour.iccProfile() != null) ? colour.iccProfile() : image.profile();
		return (profile != null) ? new ColourTags(profile, null, 0, null, colour.adobeRgb()) : colour;
	}

}
