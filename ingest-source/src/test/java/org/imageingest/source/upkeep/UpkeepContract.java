package org.imageingest.source.upkeep;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.upkeep.Upkeep.Turn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class UpkeepContract {

	private static final UpkeepTask TASK = UpkeepTask.IMAGE_SWEEP;

	private final JobDatabase database = open();

	private final Upkeep one = new Upkeep(this.database.jdbc);

	private final Upkeep other = new Upkeep(this.database.jdbc);

	abstract JobDatabase open();

	@Test
	void oneOfManyInstancesGetsTheTurn() throws Exception {
		List<Callable<Optional<Turn>>> instances = Stream.generate(() -> new Upkeep(this.database.jdbc))
			.limit(8)
			.<Callable<Optional<Turn>>>map((upkeep) -> () -> upkeep.take(TASK))
			.toList();
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			assertThat(threads.invokeAll(instances)).filteredOn((turn) -> turn.resultNow().isPresent()).hasSize(1);
		}
	}

	@Test
	void theNextTurnGoesOnWhereTheLastOneEndedWhoeverHasIt() {
		Turn turn = this.one.take(TASK).orElseThrow();
		assertThat(turn.position()).isNull();
		assertThat(this.one.end(turn, "images/img_b/run/web.webp", Duration.ZERO)).isTrue();
		assertThat(this.other.take(TASK)).get().extracting(Turn::position).isEqualTo("images/img_b/run/web.webp");
	}

	@Test
	void nobodyGetsATurnBeforeItIsDue() {
		this.one.end(this.one.take(TASK).orElseThrow(), null, Duration.ofHours(1));
		assertThat(this.one.take(TASK)).isEmpty();
		assertThat(this.other.take(TASK)).isEmpty();
		Upkeeps.due(this.database, TASK);
		assertThat(this.other.take(TASK)).isPresent();
	}

	@Test
	void whoDiesIsReplacedWhenTheLeaseHasRunOutAndChangesNothingThen() {
		Turn lost = this.one.take(TASK).orElseThrow();
		assertThat(this.other.take(TASK)).isEmpty();
		this.database.jdbc.sql("update upkeep set lease_until = current_timestamp - interval '1' second").update();
		Turn taken = this.other.take(TASK).orElseThrow();
		assertThat(this.one.end(lost, "too late", Duration.ZERO)).isFalse();
		assertThat(this.other.end(taken, "in time", Duration.ZERO)).isTrue();
		assertThat(this.one.take(TASK)).get().extracting(Turn::position).isEqualTo("in time");
	}

	@Test
	void aSoleWriterDoesNotWaitForTheLeaseOfTheProcessThatDied() {
		this.one.end(this.one.take(TASK).orElseThrow(), "half", Duration.ZERO);
		this.one.take(TASK);
		this.other.beginAnew(TASK);
		assertThat(this.other.take(TASK)).get().extracting(Turn::position).isNull();
	}

}
