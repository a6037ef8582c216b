package org.imageingest.testkit.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A short search for inputs that break a target, without instruments: good inputs first,
 * then broken ones until the time is over. What is found is written to a file; kept among
 * the good inputs it is tried in every build.
 */
public final class FuzzRun {

	private static final long SEED = 20_261_123;

	private final String name;

	private final FuzzTarget target;

	/**
	 * Prepares a search.
	 * @param name names the files of what is found
	 * @param target what is fed
	 */
	public FuzzRun(String name, FuzzTarget target) {
		this.name = name;
		this.target = target;
	}

	/**
	 * Searches.
	 * @param inputs good inputs, and those that were found before
	 * @param duration how long
	 * @return number of inputs that were tried
	 * @throws IOException if what is found cannot be written
	 * @throws AssertionError with the name of a file, if something is found
	 */
	public long search(List<byte[]> inputs, Duration duration) throws IOException {
		long end = System.nanoTime() + duration.toNanos();
		long tried = 0;
		for (byte[] input : inputs) {
			feed(input);
			tried++;
		}
		Mutations mutations = new Mutations(new SplittableRandom(SEED), inputs);
		while (System.nanoTime() < end) {
			feed(mutations.next());
			tried++;
		}
		return tried;
	}

	private void feed(byte[] input) throws IOException {
		try {
			this.target.feed(input.clone());
		}
		catch (Exception | AssertionError | StackOverflowError ex) {
			Path file = Files.createDirectories(Path.of("target", "fuzz"))
				.resolve("%s-%08x".formatted(this.name, Arrays.hashCode(input)));
			Files.write(file, input);
			throw new AssertionError(file + " breaks " + this.name + ": " + ex, ex);
		}
	}

}
