package org.imageingest.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.imageingest.data.StartException;
import org.imageingest.standalone.Parts.Part;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PartsTests {

	private final List<String> stopped = new ArrayList<>();

	private final Parts parts = new Parts();

	@Test
	void stopsInTheOppositeOrder() {
		this.parts.begin("store", () -> stoppable("store")).await();
		this.parts.begin("web", () -> stoppable("web")).await();

		this.parts.close();

		assertThat(this.stopped).containsExactly("web", "store");
	}

	@Test
	void partThatDoesNotStopKeepsNoOtherFromStopping() {
		this.parts.begin("store", () -> stoppable("store")).await();
		this.parts.begin("broken", () -> () -> {
			throw new IllegalStateException("stuck");
		}).await();

		this.parts.close();

		assertThat(this.stopped).containsExactly("store");
	}

	@Test
	void whatRunsIsStoppedWhenAnotherPartDidNotStart() {
		this.parts.begin("store", () -> stoppable("store"));
		Part<AutoCloseable> broken = this.parts.begin("broker", () -> {
			throw new IllegalStateException("no disk");
		});
		assertThatExceptionOfType(StartException.class).isThrownBy(broken::await)
			.withMessageContaining("broker did not start")
			.withMessageContaining("no disk");

		this.parts.close();

		assertThat(this.stopped).containsExactly("store");
	}

	@Test
	void partStillStartingIsStoppedOnceItIsUp() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		this.parts.begin("slow", () -> {
			release.await();
			return stoppable("slow");
		});
		Thread stop = Thread.ofPlatform().start(this.parts::close);
		release.countDown();
		stop.join();

		assertThat(this.stopped).containsExactly("slow");
	}

	@Test
	void nothingStartsAfterTheStop() {
		this.parts.close();
		assertThatExceptionOfType(StartException.class)
			.isThrownBy(() -> this.parts.begin("late", () -> stoppable("late")));
	}

	private AutoCloseable stoppable(String name) {
		return () -> this.stopped.add(name);
	}

}
