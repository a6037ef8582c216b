package org.imageingest.engine.portable;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.IOException;

import javax.imageio.ImageReader;

import com.twelvemonkeys.imageio.color.ColorProfiles;
import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.render.SourcePicture;
import org.jspecify.annotations.Nullable;

/**
 * TIFF by TwelveMonkeys, first directory. The reader hands over the embedded profile as
 * the colour space of the image.
 */
final class TiffDecoder extends ImageIoDecoder {

	private static final String PLUGIN = "com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi";

	TiffDecoder() {
		super(ImageIoPlugins.reader(PLUGIN), false);
	}

	@Override
	SourceColours decode(ImageReader reader, SourcePicture source, RowSink pixels) throws IOException {
		BufferedImage image = asPromised(reader.read(0), source);
		boolean taken = switch (image.getColorModel().getColorSpace().getType()) {
			case ColorSpace.TYPE_RGB, ColorSpace.TYPE_GRAY -> true;
			default -> false;
		};
		pixels.take(PixelLayouts.rowsOf(taken ? image : toRgb(image)));
		return taken ? SourceColours.embedded(profile(image)) : SourceColours.SRGB;
	}

	@Override
	boolean isUnknownKind(SourcePicture source) throws IOException {
		try (BoundedFile bytes = new BoundedFile(source.path())) {
			return RareTiff.isWhole(bytes);
		}
	}

	private static @Nullable ICC_Profile profile(BufferedImage image) {
		if (image.getColorModel().getColorSpace() instanceof ICC_ColorSpace space) {
			ICC_Profile profile = space.getProfile();
			// Grey without a profile is marked linear by Java, but means the curve of
			// sRGB
			return (ColorProfiles.isCS_sRGB(profile) || ColorProfiles.isCS_GRAY(profile)) ? null : profile;
		}
		return null;
	}

	private static BufferedImage toRgb(BufferedImage image) {
		BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
		return new ColorConvertOp(null).filter(image, rgb);
	}

}
