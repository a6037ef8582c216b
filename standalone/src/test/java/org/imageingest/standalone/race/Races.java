package org.imageingest.standalone.race;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.imageingest.standalone.race.Operation.Kind;
import org.imageingest.standalone.watch.RunningApps;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.pipeline.PipelineClient;

import org.springframework.context.annotation.Configuration;

/**
 * Many races on one running pipeline, some at a time.
 */
final class Races implements AutoCloseable {

	private static final String OWNER = "anna";

	private static final String STRANGER = "ben";

	private static final int AT_A_TIME = 16;

	private final RunningApps apps;

	private final Map<String, PipelineClient> clients;

	private final BulkJob bulk;

	private final Aftermath aftermath;

	Races(Path folder) throws Exception {
		this.apps = RunningApps.start(folder.resolve("data"), NothingMore.class,
				Map.of("ingest.limits.uploads-per-minute", "0", "ingest.limits.jobs-in-flight", "0"));
		this.clients = Map.of(OWNER, this.apps.client(OWNER), STRANGER, this.apps.client(STRANGER));
		this.bulk = new BulkJob(this.apps, folder);
		this.aftermath = new Aftermath(this.clients.get(OWNER), this.apps.bucket());
	}

	/**
	 * Runs races.
	 * @param races how many
	 * @param seed of all that is random in them but the machine
	 * @return what was not allowed, each with the number of its race
	 */
	List<String> run(int races, long seed) throws Exception {
		System.out.println(races + " races: -Dfaults.seed=" + seed);
		Random seeds = new Random(seed);
		Map<Kind, AtomicInteger> operations = new EnumMap<>(Kind.class);
		Stream.of(Kind.values()).forEach((kind) -> operations.put(kind, new AtomicInteger()));
		List<Future<List<String>>> futures = new ArrayList<>();
		try (ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME)) {
			for (int i = 0; i < races; i++) {
				Random random = new Random(seeds.nextLong());
				futures.add(executor.submit(() -> race(random, operations)));
			}
		}
		List<String> violations = new ArrayList<>();
		for (int i = 0; i < races; i++) {
			for (String violation : futures.get(i).get()) {
				violations.add("Race " + i + " of seed " + seed + ": " + violation);
			}
		}
		System.out.println(races + " races, granted " + operations + ", " + violations.size() + " violations, "
				+ this.aftermath.unnamedRuns() + " runs left for the sweep");
		return violations;
	}

	private List<String> race(Random random, Map<Kind, AtomicInteger> operations) throws Exception {
		byte[] photo = TestJpeg.jpeg(24, 16).unique().toBytes();
		String imageId = this.apps.imageId(OWNER, photo);
		List<Operation> history = new Race(this.clients, this.bulk, OWNER, STRANGER, imageId, photo, random).run();
		history.stream()
			.filter(Operation::isAccepted)
			.forEach((operation) -> operations.get(operation.kind()).incrementAndGet());
		Ending ending = this.aftermath.of(OWNER, imageId, history);
		return new AllowedEndings(OWNER, history).violations(ending)
			.stream()
			.map((violation) -> violation + " after " + history + ", which ended as " + ending)
			.toList();
	}

	@Override
	public void close() throws Exception {
		this.apps.close();
	}

	/** Nothing is added to the apps. */
	@Configuration(proxyBeanMethods = false)
	static class NothingMore {

	}

}
