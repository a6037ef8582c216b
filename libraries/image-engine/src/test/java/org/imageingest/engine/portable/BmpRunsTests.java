package org.imageingest.engine.portable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.ImageHeader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BmpRunsTests {

	@TempDir
	Path directory;

	/** Pictures of 4 by 3 pixels. */
	@ParameterizedTest
	@CsvSource({ "1, 0001, true", "1, 0405 0000 0405 0000 0405 0001, true", "1, 0405 0000 0405 0000 0405, true",
			"1, 0405 0000 0405 0000 0405 0000, true", "1, 0405 0000 0405 0000 0305, false", "1, 0405 0000 0405, false",
			"1, 0000 0000 0004 01020304, true", "1, 0000 0000 0003 01020300 0105, true",
			"1, 0000 0000 0004 0102, false", "2, 0000 0000 0004 1234, true", "2, 0000 0000 0003 1230 0105, true",
			"2, 0000 0000 0003 12, false", "1, 0002 0302 0105, true", "1, 0002 0302, false", "1, 0002 03, false",
			"1, 3333 3333 3333, false", "1, 04, false" })
	void bitmapIsWholeWhereItsRunsEndItOrFillIt(int pixelsInByte, String runs, boolean whole) throws IOException {
		Path photo = Files.write(this.directory.resolve("runs"), HexFormat.of().parseHex(runs.replace(" ", "")));
		try (BoundedFile file = new BoundedFile(photo)) {
			assertThat(new BmpRuns(file, new ImageHeader(ImageFormat.BMP, 4, 3), pixelsInByte).areWhole(0))
				.isEqualTo(whole);
		}
	}

}
