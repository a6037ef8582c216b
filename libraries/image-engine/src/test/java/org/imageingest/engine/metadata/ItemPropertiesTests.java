package org.imageingest.engine.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.ColourTags.CodePoints;
import org.imageingest.testkit.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ItemPropertiesTests {

	private static final byte[] SIZE = box("ispe", numbers(0, 400, 300));

	private static final byte[] SMALLER_SIZE = box("ispe", numbers(0, 160, 120));

	private static final byte[] CROP = box("clap", numbers(200, 1, 101, 2, 0, 1, 0, 1));

	private static final byte[] QUARTER_TURN = box("irot", new byte[] { 1 });

	private static final byte[] DISPLAY_P3 = box("colr",
			joined("nclx".getBytes(StandardCharsets.US_ASCII), new byte[] { 0, 12, 0, 13, 0, 1, (byte) 0x80 }));

	private static final byte[] PQ = box("colr",
			joined("nclx".getBytes(StandardCharsets.US_ASCII), new byte[] { 0, 9, 0, 16, 0, 9, (byte) 0x80 }));

	private static final byte[] PROFILE = box("colr",
			joined("prof".getBytes(StandardCharsets.US_ASCII), TestProfiles.adobeRgb()));

	@TempDir
	Path directory;

	@Test
	void onlyPropertiesOfThePrimaryItemCount() throws IOException {
		PhotoMetadata metadata = read(joined(primary(2), properties(
				joined(SMALLER_SIZE, QUARTER_TURN, PQ, SIZE, DISPLAY_P3), new int[] { 1, 2, 3 }, new int[] { 4, 5 })));

		assertThat(metadata.kept().width()).isEqualTo(400);
		assertThat(metadata.kept().height()).isEqualTo(300);
		assertThat(metadata.colour().codePoints()).isEqualTo(new CodePoints(12, 13));
	}

	@Test
	void cropIsTakenIntoTheSizeBeforeTheTurn() throws IOException {
		PhotoMetadata metadata = read(
				joined(primary(1), properties(joined(SIZE, CROP, QUARTER_TURN), new int[] { 1, 2, 3 })));

		assertThat(metadata.kept().width()).isEqualTo(51);
		assertThat(metadata.kept().height()).isEqualTo(200);
		assertThat(metadata.kept().storedWidth()).isEqualTo(400);
	}

	@Test
	void profileGoesBeforeCodePoints() throws IOException {
		PhotoMetadata metadata = read(
				joined(primary(1), properties(joined(SIZE, DISPLAY_P3, PROFILE), new int[] { 1, 2, 3 })));

		assertThat(metadata.colour().codePoints()).isNull();
		assertThat(metadata.colour().iccProfile()).isEqualTo(TestProfiles.adobeRgb());
	}

	@Test
	void coloursOfTilesAreThoseOfTheirPicture() throws IOException {
		byte[] tiles = box("iref", joined(new byte[4], box("thmb", new byte[] { 0, 9, 0, 1, 0, 3 }),
				box("dimg", new byte[] { 0, 3, 0, 2, 0, 1, 0, 2 })));
		byte[] properties = joined(PROFILE, SMALLER_SIZE, SIZE, QUARTER_TURN);

		PhotoMetadata metadata = read(joined(primary(3), tiles,
				properties(properties, new int[] { 1, 2 }, new int[] { 1, 2 }, new int[] { 3, 4 })));

		assertThat(metadata.colour().iccProfile()).isEqualTo(TestProfiles.adobeRgb());
		assertThat(metadata.kept().width()).isEqualTo(300);
		assertThat(metadata.kept().height()).isEqualTo(400);
	}

	@Test
	void coloursOfThePictureGoBeforeThoseOfItsTiles() throws IOException {
		byte[] tiles = box("iref",
				joined(new byte[] { 1, 0, 0, 0 }, box("dimg", new byte[] { 0, 0, 0, 2, 0, 1, 0, 0, 0, 1 })));

		PhotoMetadata metadata = read(joined(primary(2), tiles,
				properties(joined(PROFILE, SIZE, DISPLAY_P3), new int[] { 1, 2 }, new int[] { 2, 3 })));

		assertThat(metadata.colour().iccProfile()).isNull();
		assertThat(metadata.colour().codePoints()).isEqualTo(new CodePoints(12, 13));
	}

	@Test
	void fileThatDoesNotTellItsPrimaryItemIsTurnedByWhatThereIs() throws IOException {
		PhotoMetadata metadata = read(properties(joined(SIZE, SMALLER_SIZE, QUARTER_TURN), new int[] { 1 }));

		assertThat(metadata.kept().width()).isEqualTo(300);
		assertThat(metadata.kept().height()).isEqualTo(400);
	}

	private PhotoMetadata read(byte[] meta) throws IOException {
		Path file = Files.write(this.directory.resolve("photo.heic"),
				joined(box("ftyp", "heic\0\0\0\0".getBytes(StandardCharsets.US_ASCII)),
						box("meta", joined(new byte[4], meta))));
		return MetadataReader.read(file, new ImageHeader(ImageFormat.HEIC, 400, 300), MetadataPolicy.standard());
	}

	private static byte[] primary(int item) {
		return box("pitm", new byte[] { 0, 0, 0, 0, 0, (byte) item });
	}

	/** Items are numbered from 1. */
	private static byte[] properties(byte[] boxes, int[]... items) {
		byte[] associations = numbers(0, items.length);
		for (int i = 0; i < items.length; i++) {
			byte[] item = new byte[3 + items[i].length];
			item[1] = (byte) (i + 1);
			item[2] = (byte) items[i].length;
			for (int p = 0; p < items[i].length; p++) {
				item[3 + p] = (byte) (0x80 | items[i][p]);
			}
			associations = joined(associations, item);
		}
		return box("iprp", joined(box("ipco", boxes), box("ipma", associations)));
	}

	private static byte[] numbers(int... values) {
		ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
		for (int value : values) {
			bytes.putInt(value);
		}
		return bytes.array();
	}

	private static byte[] box(String type, byte[] content) {
		return ByteBuffer.allocate(8 + content.length)
			.putInt(8 + content.length)
			.put(type.getBytes(StandardCharsets.US_ASCII))
			.put(content)
			.array();
	}

	private static byte[] joined(byte[]... parts) {
		int length = 0;
		for (byte[] part : parts) {
			length += part.length;
		}
		ByteBuffer joined = ByteBuffer.allocate(length);
		for (byte[] part : parts) {
			joined.put(part);
		}
		return joined.array();
	}

}
