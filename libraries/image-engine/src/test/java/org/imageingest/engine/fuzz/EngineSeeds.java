package org.imageingest.engine.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestRaw;
import org.imageingest.testkit.secret.PlantedPhoto;

/**
 * Inputs to begin with: a small photo of each format full of metadata, and whatever has
 * broken a parser before.
 */
public final class EngineSeeds {

	private EngineSeeds() {
	}

	/**
	 * Returns them.
	 * @return files
	 */
	public static List<byte[]> all() {
		List<byte[]> seeds = new ArrayList<>(found());
		PlantedPhoto.all().forEach((photo) -> seeds.add(photo.file()));
		byte[] preview = TestJpeg.jpeg(32, 24).toBytes();
		for (TestRaw raw : TestRaw.values()) {
			seeds.add(raw.with(preview, 6));
		}
		return seeds;
	}

	private static List<byte[]> found() {
		URL folder = EngineSeeds.class.getResource("found");
		if (folder == null) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
			return files.sorted().map(EngineSeeds::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] read(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
