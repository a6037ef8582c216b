package org.imageingest.testkit;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

import org.w3c.dom.Node;

/**
 * A JPEG with chosen segments.
 */
public final class TestJpeg {

	private static final int MAX_SEGMENT_CONTENT = 65_533;

	private static final int SEGMENT_FRAME_BYTES = 4;

	private final Supplier<IIOImage> picture;

	private final ByteArrayOutputStream segments = new ByteArrayOutputStream();

	private float quality = 0.95f;

	private boolean progressive;

	private int restartInterval;

	private int horizontalSampling;

	private int verticalSampling;

	private TestJpeg(Supplier<IIOImage> picture) {
		this.picture = picture;
	}

	/**
	 * Starts with the asymmetric picture.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @return a new JPEG
	 */
	public static TestJpeg jpeg(int width, int height) {
		return jpeg(TestPictures.asymmetric(width, height));
	}

	/**
	 * Starts with a picture.
	 * @param picture RGB or grey
	 * @return a new JPEG
	 */
	public static TestJpeg jpeg(BufferedImage picture) {
		return new TestJpeg(() -> new IIOImage(picture, null, null));
	}

	/**
	 * Sets the encoder's quality.
	 * @param percent 1 to 100
	 * @return this
	 */
	public TestJpeg quality(int percent) {
		this.quality = percent / 100f;
		return this;
	}

	public TestJpeg progressive() {
		this.progressive = true;
		return this;
	}

	/**
	 * Lets the decoder find its way again now and then.
	 * @param blocks blocks between two restart marks
	 * @return this
	 */
	public TestJpeg restartMarks(int blocks) {
		this.restartInterval = blocks;
		return this;
	}

	/**
	 * Sets how many luma samples share a chroma sample; otherwise 2 by 2.
	 * @param horizontal 1, 2 or 4 in a row
	 * @param vertical 1 or 2 rows
	 * @return this
	 */
	public TestJpeg sampling(int horizontal, int vertical) {
		this.horizontalSampling = horizontal;
		this.verticalSampling = vertical;
		return this;
	}

	/**
	 * Makes a JPEG of four inks of one colour, as Adobe writes it: inverted.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param cyan 0 to 255, most is the darkest
	 * @param magenta likewise
	 * @param yellow likewise
	 * @param black likewise
	 * @param transform 0 for CMYK, 2 for YCCK
	 * @return a file
	 */
	public static byte[] inks(int width, int height, int cyan, int magenta, int yellow, int black, int transform) {
		return inks(TestPictures.inks(width, height, cyan, magenta, yellow, black), transform).toBytes();
	}

	/**
	 * Makes a JPEG of four inks, as Adobe writes it: inverted.
	 * @param inks cyan, magenta, yellow and black of each pixel, 0 to 255
	 * @param transform 0 for CMYK, 2 for YCCK
	 * @return a new JPEG
	 */
	public static TestJpeg inks(Raster inks, int transform) {
		WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, inks.getWidth(), inks.getHeight(),
				4, null);
		for (int y = 0; y < inks.getHeight(); y++) {
			for (int x = 0; x < inks.getWidth(); x++) {
				raster.setPixel(x, y, stored(inks.getPixel(x, y, (int[]) null), transform));
			}
		}
		return new TestJpeg(() -> new IIOImage(raster, null, null)).segment(0xEE, "Adobe",
				new byte[] { 0, 100, 0, 0, 0, 0, (byte) transform });
	}

	private static int[] stored(int[] inks, int transform) {
		int[] pixel = { 255 - inks[0], 255 - inks[1], 255 - inks[2], 255 - inks[3] };
		if (transform == 2) {
			// The three are inverted once more by the way back from YCC (libjpeg,
			// jdcolor.c)
			double red = inks[0];
			double green = inks[1];
			double blue = inks[2];
			pixel[0] = (int) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
			pixel[1] = (int) Math.clamp(Math.round(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue), 0, 255);
			pixel[2] = (int) Math.clamp(Math.round(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue), 0, 255);
		}
		return pixel;
	}

	public TestJpeg exif(TestExif exif) {
		return segment(0xE1, "Exif\0\0", exif.toBytes());
	}

	/**
	 * Adds an XMP packet with a Dublin Core title.
	 * @param title the title
	 * @return this
	 */
	public TestJpeg xmp(String title) {
		String packet = """
				<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
				<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>\
				<rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"""
			.formatted(title);
		return segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", packet.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Adds an IPTC record with a caption.
	 * @param caption at most 200 bytes
	 * @return this
	 */
	public TestJpeg iptc(String caption) {
		byte[] text = caption.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream record = new ByteArrayOutputStream();
		record.writeBytes(new byte[] { 0x1C, 2, 120, 0, (byte) text.length });
		record.writeBytes(text);
		if ((record.size() & 1) == 1) {
			record.write(0);
		}
		ByteArrayOutputStream resource = new ByteArrayOutputStream();
		resource.writeBytes("8BIM".getBytes(StandardCharsets.US_ASCII));
		resource.writeBytes(new byte[] { 4, 4, 0, 0, 0, 0, 0, (byte) (5 + text.length) });
		resource.writeBytes(record.toByteArray());
		return segment(0xED, "Photoshop 3.0\0", resource.toByteArray());
	}

	public TestJpeg icc(byte[] profile) {
		return segment(0xE2, "ICC_PROFILE\0\u0001\u0001", profile);
	}

	public TestJpeg comment(String text) {
		return segment(0xFE, "", text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Adds an application segment.
	 * @param number 0 to 15
	 * @param identifier what it starts with
	 * @param content what follows
	 * @return this
	 */
	public TestJpeg application(int number, String identifier, byte[] content) {
		return segment(0xE0 + number, identifier, content);
	}

	/**
	 * Makes the bytes differ from those of every other JPEG.
	 * @return this
	 */
	public TestJpeg unique() {
		return comment(UUID.randomUUID().toString());
	}

	/**
	 * Returns the file.
	 * @return its bytes
	 */
	public byte[] toBytes() {
		return withSegments(encode(this.picture.get()));
	}

	private byte[] withSegments(byte[] encoded) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(encoded, 0, 2);
		file.writeBytes(this.segments.toByteArray());
		file.write(encoded, 2, encoded.length - 2);
		return file.toByteArray();
	}

	/**
	 * Returns the file, padded by comments to an exact size.
	 * @param size bytes, at least 4 more than the file has or exactly as many
	 * @return its bytes
	 */
	public byte[] toBytes(int size) {
		int missing = size - toBytes().length;
		while (missing > 0) {
			int content = Math.min(missing - SEGMENT_FRAME_BYTES, MAX_SEGMENT_CONTENT);
			int rest = missing - SEGMENT_FRAME_BYTES - content;
			if (rest > 0 && rest < SEGMENT_FRAME_BYTES) {
				content -= SEGMENT_FRAME_BYTES;
			}
			if (content < 0) {
				break;
			}
			byte[] padding = new byte[content];
			Arrays.fill(padding, (byte) ' ');
			segment(0xFE, "", padding);
			missing -= SEGMENT_FRAME_BYTES + content;
		}
		if (missing != 0) {
			throw new IllegalArgumentException("A JPEG of this content cannot have " + size + " bytes");
		}
		return toBytes();
	}

	/**
	 * Returns the first part of the file.
	 * @param share 0 to 1
	 * @return fewer bytes than the file has
	 */
	public byte[] truncated(double share) {
		byte[] file = toBytes();
		return Arrays.copyOf(file, (int) (file.length * share));
	}

	/**
	 * Writes the file.
	 * @param file where to
	 * @return the same path
	 */
	public Path writeTo(Path file) {
		try {
			return Files.write(file, toBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private TestJpeg segment(int marker, String prefix, byte[] content) {
		byte[] identifier = prefix.getBytes(StandardCharsets.ISO_8859_1);
		int length = 2 + identifier.length + content.length;
		if (length > 0xFFFF) {
			throw new IllegalArgumentException("A segment cannot have " + length + " bytes");
		}
		this.segments.writeBytes(new byte[] { (byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length });
		this.segments.writeBytes(identifier);
		this.segments.writeBytes(content);
		return this;
	}

	private byte[] encode(IIOImage image) {
		ByteArrayOutputStream encoded = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (ImageOutputStream output = ImageIO.createImageOutputStream(encoded)) {
			writer.setOutput(output);
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(this.quality);
			param.setProgressiveMode(this.progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
			if (this.restartInterval > 0 || this.horizontalSampling > 0) {
				image.setMetadata(changed(writer.getDefaultImageMetadata(
						ImageTypeSpecifier.createFromRenderedImage(image.getRenderedImage()), param)));
			}
			writer.write(null, image, param);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return encoded.toByteArray();
	}

	private IIOMetadata changed(IIOMetadata metadata) throws IOException {
		String format = metadata.getNativeMetadataFormatName();
		IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
		if (this.restartInterval > 0) {
			IIOMetadataNode interval = new IIOMetadataNode("dri");
			interval.setAttribute("interval", Integer.toString(this.restartInterval));
			Node markers = root.getElementsByTagName("markerSequence").item(0);
			markers.insertBefore(interval, markers.getLastChild());
		}
		if (this.horizontalSampling > 0) {
			IIOMetadataNode luma = (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
			luma.setAttribute("HsamplingFactor", Integer.toString(this.horizontalSampling));
			luma.setAttribute("VsamplingFactor", Integer.toString(this.verticalSampling));
		}
		metadata.setFromTree(format, root);
		return metadata;
	}

}
