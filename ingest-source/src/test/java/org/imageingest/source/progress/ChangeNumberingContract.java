package org.imageingest.source.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.listing.JobChange;
import org.imageingest.source.listing.JobChanges;
import org.imageingest.source.listing.Listings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What numbering promises, on whichever database.
 */
abstract class ChangeNumberingContract {

	private JobDatabase database;

	private JobRepository jobs;

	private JobChanges changes;

	private ChangeNumbering numbering;

	abstract JobDatabase open() throws Exception;

	@BeforeEach
	void connect() throws Exception {
		this.database = open();
		this.jobs = JobRepositories.of(this.database);
		this.changes = Listings.changesOf(this.database);
		this.numbering = newNumbering();
	}

	private ChangeNumbering newNumbering() {
		return new ChangeNumbering(this.database.jdbc, new JdbcTemplate(this.database.dataSource),
				this.database.transactions);
	}

	@Test
	void everyChangeGetsANumberOfItsOwnAndIsReadOnce() {
		add(1200);
		this.numbering.numberChanges();
		List<JobChange> all = this.changes.after(0, 5000);
		assertThat(all).hasSize(1200);
		assertThat(all).extracting(JobChange::number).isSorted().doesNotHaveDuplicates().doesNotContain(0L);
		assertThat(all.getLast().number()).isEqualTo(this.numbering.last());
		assertThat(this.changes.after(this.numbering.last(), 5000)).isEmpty();

		change("job_7", 20);
		this.numbering.numberChanges();
		assertThat(this.changes.after(all.getLast().number(), 5000)).singleElement()
			.satisfies((change) -> assertThat(change.item().progress()).isEqualTo(20));
	}

	@Test
	void whereNothingChangedNoNumberIsSpent() {
		add(1);
		this.numbering.numberChanges();
		long last = this.numbering.last();
		this.numbering.numberChanges();
		assertThat(this.numbering.last()).isEqualTo(last);
	}

	@Test
	void aChangeThatIsNotCommittedIsPassedOverAndHoldsUpNobody() throws Exception {
		add(3);
		try (ExecutorService other = Executors.newSingleThreadExecutor()) {
			this.database.transactions.executeWithoutResult((transaction) -> {
				change("job_1", 20);
				Future<?> numbered = other.submit(this.numbering::numberChanges);
				assertThat(numbered).succeedsWithin(Duration.ofSeconds(5));
				assertThat(this.changes.after(0, 10)).extracting(JobChange::jobId)
					.containsExactlyInAnyOrder("job_0", "job_2");
			});
		}
		this.numbering.numberChanges();
		assertThat(this.changes.after(0, 10)).last()
			.satisfies((change) -> assertThat(change.jobId()).isEqualTo("job_1"));
	}

	/**
	 * Three instances number while four threads change jobs. A reader that only ever asks
	 * for what came after the last number it saw has to end with the last state of each.
	 */
	@Test
	void aReaderThatGoesOnFromTheLastNumberMissesNothing() throws Exception {
		int count = 40;
		add(count);
		AtomicBoolean changing = new AtomicBoolean(true);
		AtomicBoolean numbering = new AtomicBoolean(true);
		Map<String, Integer> told = new HashMap<>();
		Set<Long> numbers = new HashSet<>();
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			List<Future<?>> numberers = IntStream.range(0, 3)
				.<Future<?>>mapToObj((i) -> threads.submit(numberWhile(changing)))
				.toList();
			List<Future<?>> writers = IntStream.range(0, 4)
				.<Future<?>>mapToObj((i) -> threads.submit(() -> changeOften(i, count)))
				.toList();
			Future<?> reader = threads.submit(() -> readWhile(numbering, told, numbers));
			for (Future<?> writer : writers) {
				writer.get(2, TimeUnit.MINUTES);
			}
			changing.set(false);
			for (Future<?> numberer : numberers) {
				numberer.get(1, TimeUnit.MINUTES);
			}
			numbering.set(false);
			reader.get(1, TimeUnit.MINUTES);
		}
		Map<String, Integer> expected = this.database.jdbc.sql("select job_id, progress from job")
			.query((row, rowNumber) -> Map.entry(row.getString(1), row.getInt(2)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		assertThat(told).isEqualTo(expected);
	}

	private Callable<Void> numberWhile(AtomicBoolean changing) {
		ChangeNumbering instance = newNumbering();
		return () -> {
			while (changing.get()) {
				instance.numberChanges();
			}
			return null;
		};
	}

	private void changeOften(int thread, int count) {
		for (int i = 0; i < 500; i++) {
			int next = i;
			int job = ThreadLocalRandom.current().nextInt(count);
			this.database.transactions.executeWithoutResult((transaction) -> {
				change("job_" + job, thread * 1000 + next);
				Thread.yield();
			});
		}
	}

	private void readWhile(AtomicBoolean numbering, Map<String, Integer> told, Set<Long> numbers) {
		long last = 0;
		boolean more = true;
		while (more) {
			more = numbering.get();
			if (!more) {
				// The last turn may have passed over the last change. Nobody takes this
				// one.
				newNumbering().numberChanges();
			}
			for (JobChange change : this.changes.after(last, 1000)) {
				assertThat(numbers.add(change.number())).as("number %s is new", change.number()).isTrue();
				told.put(change.jobId(), change.item().progress());
				last = change.number();
			}
		}
	}

	private void add(int count) {
		List<String> jobIds = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			jobIds.add("job_" + i);
		}
		this.database.transactions
			.executeWithoutResult((transaction) -> jobIds.forEach((jobId) -> this.jobs.add(JobDatabase.newJob(jobId))));
	}

	private void change(String jobId, int progress) {
		this.database.jdbc
			.sql("update job set progress = ?, updated_at = current_timestamp, change_number = 0 where job_id = ?")
			.param(progress)
			.param(jobId)
			.update();
	}

}
