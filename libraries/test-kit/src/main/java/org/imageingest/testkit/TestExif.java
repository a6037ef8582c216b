package org.imageingest.testkit;

import java.nio.charset.StandardCharsets;

/**
 * An EXIF block with chosen tags (Exif 3.0, section 4.6).
 */
public final class TestExif {

	private static final int EXIF_DIRECTORY = 0x8769;

	private static final int GPS_DIRECTORY = 0x8825;

	private static final int INTEROP_DIRECTORY = 0xA005;

	private final TiffDirectory main = new TiffDirectory();

	/**
	 * Starts an empty block.
	 * @return a new block
	 */
	public static TestExif exif() {
		return new TestExif();
	}

	public TestExif orientation(int orientation) {
		this.main.number(0x0112, orientation);
		return this;
	}

	public TestExif camera(String make, String model) {
		this.main.text(0x010F, make).text(0x0110, model);
		return this;
	}

	/**
	 * Sets when the photo was taken.
	 * @param date raw tag text, such as {@code 2024:06:15 14:30:00}
	 * @return this
	 */
	public TestExif dateTimeOriginal(String date) {
		return exifText(0x9003, date);
	}

	public TestExif offsetTimeOriginal(String offset) {
		return exifText(0x9011, offset);
	}

	public TestExif dateTimeDigitized(String date) {
		return exifText(0x9004, date);
	}

	public TestExif bodySerialNumber(String serial) {
		return exifText(0xA431, serial);
	}

	public TestExif ownerName(String name) {
		return exifText(0xA430, name);
	}

	public TestExif artist(String name) {
		this.main.text(0x013B, name);
		return this;
	}

	public TestExif description(String text) {
		this.main.text(0x010E, text);
		return this;
	}

	public TestExif copyright(String text) {
		this.main.text(0x8298, text);
		return this;
	}

	/**
	 * Sets a maker note that no maker would recognise.
	 * @param text content
	 * @return this
	 */
	public TestExif makerNote(String text) {
		this.main.directory(EXIF_DIRECTORY).bytes(0x927C, text.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	public TestExif userComment(String text) {
		this.main.directory(EXIF_DIRECTORY).bytes(0x9286, text.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	/**
	 * Sets a tag of the first directory that no standard knows.
	 * @param text content
	 * @return this
	 */
	public TestExif privateTag(String text) {
		return block(0xC7AA, text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Sets any tag of the first directory.
	 * @param tag its number
	 * @param content its bytes
	 * @return this
	 */
	public TestExif block(int tag, byte[] content) {
		this.main.bytes(tag, content);
		return this;
	}

	/**
	 * Makes the block a TIFF file with a picture.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param compression 1 for none, 7 for a JPEG
	 * @param photometric 1 for grey, 6 for YCbCr
	 * @param data grey pixels, one byte each, or a JPEG
	 * @return this
	 */
	public TestExif picture(int width, int height, int compression, int photometric, byte[] data) {
		this.main.number(0x0100, width)
			.number(0x0101, height)
			.number(0x0102, 8)
			.number(0x0103, compression)
			.number(0x0106, photometric)
			.number(0x0115, (photometric == 1) ? 1 : 3)
			.number(0x0116, height)
			.strip(data);
		return this;
	}

	/**
	 * Adds a directory with a small picture, as cameras do.
	 * @param jpeg content, which need not be a JPEG
	 * @return this
	 */
	public TestExif thumbnail(byte[] jpeg) {
		this.main.next().number(0x0103, 6).picture(jpeg);
		return this;
	}

	/**
	 * Marks the picture as Adobe RGB the way cameras do.
	 * @return this
	 */
	public TestExif adobeRgb() {
		this.main.directory(EXIF_DIRECTORY).number(0xA001, 0xFFFF).directory(INTEROP_DIRECTORY).text(0x0001, "R03");
		return this;
	}

	/**
	 * Sets where the photo was taken.
	 * @param latitude degrees, north positive
	 * @param longitude degrees, east positive
	 * @return this
	 */
	public TestExif position(double latitude, double longitude) {
		this.main.directory(GPS_DIRECTORY)
			.text(0x0001, (latitude >= 0) ? "N" : "S")
			.angle(0x0002, latitude)
			.text(0x0003, (longitude >= 0) ? "E" : "W")
			.angle(0x0004, longitude);
		return this;
	}

	/**
	 * Returns the block without any container's prefix.
	 * @return a TIFF structure
	 */
	public byte[] toBytes() {
		return this.main.toBytes();
	}

	private TestExif exifText(int tag, String text) {
		this.main.directory(EXIF_DIRECTORY).text(tag, text);
		return this;
	}

}
