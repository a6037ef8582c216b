package org.imageingest.engine.placeholder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.portable.ImageIoPlugins;
import org.imageingest.model.recipe.VariantFormat;
import org.jspecify.annotations.Nullable;

/**
 * Makes the placeholder of a photo from its smallest variant, which is upright and sRGB
 * whichever engine made it. WebP goes before JPEG, for it has kept what is transparent.
 */
public final class Placeholder {

	private static final String JPEG = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

	private static final String WEBP = "com.luciad.imageio.webp.WebPImageReaderSpi";

	private static final Comparator<RenderedVariant> SMALLEST_FIRST = Comparator
		.<RenderedVariant>comparingLong((variant) -> (long) variant.width() * variant.height())
		.thenComparing((variant) -> variant.variant().format() != VariantFormat.WEBP);

	private Placeholder() {
	}

	/**
	 * Makes a placeholder.
	 * @param variants the variants of one photo
	 * @return ThumbHash in base64, about 30 characters; null if there is no variant
	 * @throws IOException if a variant cannot be read
	 */
	public static @Nullable String of(List<RenderedVariant> variants) throws IOException {
		if (variants.isEmpty()) {
			return null;
		}
		RenderedVariant smallest = variants.stream().min(SMALLEST_FIRST).orElseThrow();
		SmallPicture picture = SmallPicture.of(decode(smallest));
		return Base64.getEncoder().encodeToString(ThumbHash.of(picture));
	}

	private static BufferedImage decode(RenderedVariant variant) throws IOException {
		ImageReaderSpi plugin = ImageIoPlugins.reader(switch (variant.variant().format()) {
			case WEBP -> WEBP;
			case JPEG -> JPEG;
		});
		ImageReader reader = plugin.createReaderInstance();
		try {
			reader.setInput(new ByteArrayImageInputStream(Files.readAllBytes(variant.file())), true, true);
			return reader.read(0);
		}
		finally {
			reader.dispose();
		}
	}

}
