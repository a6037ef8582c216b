package org.imageingest.endtoend.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.imageingest.endtoend.SeparateStack;
import org.imageingest.endtoend.broker.RabbitNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Every part of the pipeline breaks at every stage of a photo's way, over a thousand
 * photos in all. The result stands in {@code docs/reliability.md}.
 */
@Tag("faults")
class KillMatrixIntegrationTests {

	private static final int PHOTOS = Integer.getInteger("faults.photos", 27);

	/** Which rows, as a part of their names. */
	private static final Pattern ROWS = Pattern.compile(System.getProperty("faults.rows", ""));

	@TempDir
	static Path folder;

	private static RabbitNode broker;

	private static SeparateStack stack;

	private static KillTable table;

	@BeforeAll
	static void start() throws Exception {
		broker = RabbitNode.start(folder.resolve("rabbit")).orElse(null);
		if (broker != null) {
			stack = SeparateStack.start(broker.address(), folder, 1);
			table = new KillTable();
		}
	}

	@AfterAll
	static void stop() throws Exception {
		if (table != null) {
			System.out.println(table.close());
		}
		if (stack != null) {
			stack.close();
		}
		if (broker != null) {
			broker.close();
		}
	}

	static List<Fault> faults() {
		return Stream.of(Outages.all(), Withdrawals.all(), Crashes.all())
			.flatMap((faults) -> faults)
			.filter((fault) -> ROWS.matcher(fault.toString()).find())
			.toList();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void whatWasPromisedIsKept(Fault fault) throws Exception {
		assumeThat(broker).as(RabbitNode.MISSING).isNotNull();
		long start = System.nanoTime();
		String owner = fault.toString().replaceAll("\\W+", "-");
		try (Scene scene = new Scene(stack, broker, owner, PHOTOS)) {
			Bookkeeper bookkeeper = new Bookkeeper(scene.client(), stack.bucket());
			fault.blow().fallOn(scene);
			Account account = bookkeeper.settle(scene.photos(), scene.jobIds());
			table.add(fault, account, Duration.ofNanos(System.nanoTime() - start));
			assertThat(account.broken()).isEmpty();
			assertThat(account.promised()).isEqualTo(PHOTOS);
		}
		catch (Exception ex) {
			table.addBroken(fault, ex);
			throw ex;
		}
	}

}
