package org.imageingest.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.UnixOperatingSystemMXBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What hostile files leave behind, of the heap, of open files and in the folders that
 * they were worked on in: nothing, beside the variants of those that are pictures.
 */
final class Leftovers {

	private static final long HEAP_LIMIT = 48L << 20;

	private static final int FILES_LIMIT = 8;

	private long heap = -1;

	private long files;

	/** Notes how things were before the first of them. */
	void before() {
		if (this.heap < 0) {
			this.heap = usedHeap();
			this.files = openFiles();
		}
	}

	/** Looks at the folder of one of them. */
	void verifyFolder(Path folder) {
		List<String> variants = List.of("thumbnail.webp", "thumbnail.jpg", "web.webp", "web.jpg");
		try (Stream<Path> left = Files.list(folder)) {
			assertThat(left.map((file) -> file.getFileName().toString())).isSubsetOf(variants);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void verify() {
		if (this.heap >= 0) {
			assertThat(usedHeap() - this.heap).as("bytes of the heap").isLessThan(HEAP_LIMIT);
			assertThat(openFiles() - this.files).as("open files").isLessThan(FILES_LIMIT);
		}
	}

	private static long usedHeap() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static long openFiles() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? unix.getOpenFileDescriptorCount() : 0;
	}

}
