package org.imageingest.engine.vips;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.testkit.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;

/**
 * The file of these tests is an AVIF of 12 bits, 64 by 48 pixels in four quarters, with
 * an {@code irot} and an {@code imir} box that are tied to it as the last two.
 */
class HeifMirrorTests {

	private static final Map<String, Color> COLOURS = Map.of("TL", TestPictures.TOP_LEFT, "TR", TestPictures.TOP_RIGHT,
			"BL", TestPictures.BOTTOM_LEFT, "BR", TestPictures.BOTTOM_RIGHT);

	@TempDir
	Path directory;

	/** Turns are to the left. What is wanted is what libheif makes of 8 bits. */
	@ParameterizedTest
	@CsvSource({ "0, 0, false, BL BR TL TR", "0, 0, true, BL BR TL TR", "0, 1, false, TR TL BR BL",
			"0, 1, true, TR TL BR BL", "1, 0, false, TL BL TR BR", "1, 0, true, BR TR BL TL",
			"1, 1, false, BR TR BL TL", "1, 1, true, TL BL TR BR", "2, 0, true, TR TL BR BL",
			"3, 1, true, BR TR BL TL" })
	void pictureOfMoreThanEightBitsIsMirrored(int quarterTurns, int axis, boolean mirrorFirst, String quarters)
			throws IOException {
		TestEngine.VIPS.engine();
		Path photo = photo(quarterTurns, axis, mirrorFirst);

		PhotoRun run = TestEngine.VIPS.run(photo, this.directory, PhotoRun.FULL_SIZE, MetadataPolicy.standard());

		List<Color> wanted = Arrays.stream(quarters.split(" ")).map(COLOURS::get).toList();
		int width = (quarterTurns % 2 == 0) ? 64 : 48;
		int height = 64 + 48 - width;
		assertThat(run.result().engine()).isEqualTo("vips");
		assertThatImage(run.variant("full")).hasSize(width, height)
			.hasColourAt(8, 8, wanted.get(0), 8)
			.hasColourAt(width - 8, 8, wanted.get(1), 8)
			.hasColourAt(8, height - 8, wanted.get(2), 8)
			.hasColourAt(width - 8, height - 8, wanted.get(3), 8);
	}

	@Test
	void nothingElseOfTheFileIsChanged() throws IOException {
		Path photo = photo(1, 1, true);
		byte[] before = Files.readAllBytes(photo);

		HeifMirror mirror = HeifMirror.of(photo);

		try (Arena arena = Arena.ofConfined()) {
			byte[] after = mirror.takenOutOf(photo, arena).toArray(JAVA_BYTE);
			before[associations(before) - 2] = 0;
			assertThat(after).isEqualTo(before);
		}
	}

	@Test
	void transparencyIsMirroredWithItsPictureAndTilesAreNot() throws IOException {
		byte[] properties = joined(box("imir", new byte[] { 1 }), box("auxC", new byte[4]));

		HeifMirror mirror = mirror(2, properties,
				new byte[] { 0, 0, 0, 1, 0, 0, 0, 3, /* a tile */ 0, 1, 1, (byte) 0x80, 1,
						/* the picture */ 0, 2, 1, (byte) 0x80, 1, /* its transparency */ 0, 3, 2, 0, 2, 0, 1 });

		assertThat(mirror.orientation()).isEqualTo(2);
		assertThat(mirror.places()).hasSize(4);
		assertThat(mirror.places().getLast()).isEqualTo(this.directory.resolve("boxes").toFile().length() - 1);
	}

	@Test
	void twoMirroringsAreHalfATurn() throws IOException {
		byte[] properties = joined(box("imir", new byte[] { 1 }), box("imir", new byte[1]));

		HeifMirror mirror = mirror(1, properties, new byte[] { 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 1, 2 });

		assertThat(mirror.orientation()).isEqualTo(3);
		assertThat(mirror.places()).hasSize(2);
	}

	@Test
	void mirroringBeforeACropIsLeftToTheLibrary() throws IOException {
		byte[] properties = joined(box("imir", new byte[1]), box("clap", new byte[32]));

		assertThat(mirror(1, properties, new byte[] { 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 1, 2 }))
			.isEqualTo(HeifMirror.NONE);
	}

	@Test
	void fileThatEndsInItsPropertiesHasNone() throws IOException {
		assertThat(mirror(1, box("imir", new byte[1]), new byte[] { 0, 0, 0, 0, 0, 0, 0, 9, 0, 1, 1, 1, 0 }))
			.isEqualTo(HeifMirror.NONE);
	}

	private HeifMirror mirror(int primary, byte[] properties, byte[] associations) throws IOException {
		return HeifMirror.of(Files.write(this.directory.resolve("boxes"),
				box("meta", joined(new byte[4], box("pitm", new byte[] { 0, 0, 0, 0, 0, (byte) primary }),
						box("iprp", joined(box("ipco", properties), box("ipma", associations)))))));
	}

	private Path photo(int quarterTurns, int axis, boolean mirrorFirst) throws IOException {
		try (InputStream file = Objects.requireNonNull(HeifMirrorTests.class.getResourceAsStream("mirrored.avif"))) {
			byte[] bytes = file.readAllBytes();
			bytes[after("irot", bytes)] = (byte) quarterTurns;
			bytes[after("imir", bytes)] = (byte) axis;
			if (mirrorFirst) {
				int end = associations(bytes);
				byte last = bytes[end - 1];
				bytes[end - 1] = bytes[end - 2];
				bytes[end - 2] = last;
			}
			return Files.write(this.directory.resolve("photo"), bytes);
		}
	}

	/** Returns where the box ends. */
	private static int associations(byte[] file) {
		int content = after("ipma", file);
		return content - 8 + ByteBuffer.wrap(file).getInt(content - 8);
	}

	private static int after(String type, byte[] file) {
		return new String(file, StandardCharsets.ISO_8859_1).indexOf(type) + 4;
	}

	private static byte[] box(String type, byte[] content) {
		return ByteBuffer.allocate(8 + content.length)
			.putInt(8 + content.length)
			.put(type.getBytes(StandardCharsets.US_ASCII))
			.put(content)
			.array();
	}

	private static byte[] joined(byte[]... parts) {
		ByteBuffer joined = ByteBuffer.allocate(Arrays.stream(parts).mapToInt((part) -> part.length).sum());
		Arrays.stream(parts).forEach(joined::put);
		return joined.array();
	}

}
