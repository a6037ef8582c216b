package org.imageingest.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageingest.bulk.step.ItemCounts;
import org.imageingest.bulk.launch.ImportLauncher;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ListedObject;
import org.imageingest.store.ObjectStore;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Jobs on a real S3 server and a database of their own, with photos in a folder.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.config.name=bulk-jobs", "bulk.chunk-size=2", "image.workers=1",
				"spring.datasource.url=jdbc:h2:mem:bulk;WRITE_DELAY=0;DB_CLOSE_DELAY=-1", "bulk.retry.delay=10ms",
				"bulk.progress.every=1h", "image.engine=portable", "image.metadata.allow-location-opt-in=true" })
public abstract class BulkJobsTest {

	protected static final String IDENTITY_KEY = "01".repeat(32);

	private static final S3TestServer SERVER = start();

	private static final Path SCRATCH = scratch();

	@TempDir
	protected Path folder;

	@Autowired
	protected ImportLauncher launcher;

	@Autowired
	protected ObjectStore store;

	@Autowired
	protected JobRepository repository;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) throws IOException {
		for (String property : SERVER.properties(SERVER.newBucket())) {
			int equals = property.indexOf('=');
			registry.add(property.substring(0, equals), () -> property.substring(equals + 1));
		}
		registry.add("ingest.identity-key", () -> IDENTITY_KEY);
		registry.add("bulk.report-directory", () -> SCRATCH.resolve("reports"));
		registry.add("image.work-directory", () -> SCRATCH.resolve("work"));
	}

	private static S3TestServer start() {
		try {
			S3TestServer server = S3TestServer.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
			return server;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void close(S3TestServer server) {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path scratch() {
		try {
			return Files.createDirectories(Path.of("target", "scratch")).toAbsolutePath();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@BeforeEach
	void emptyBucket() {
		for (String prefix : List.of(ObjectKeys.IMAGES, ObjectKeys.ORIGINALS, ObjectKeys.DOCUMENTS,
				ObjectKeys.TOMBSTONES, ObjectKeys.REPORTS)) {
			this.store.deleteAll(prefix);
		}
	}

	protected Path photo(String place) throws IOException {
		return file(place, Photos.jpeg(32, 24));
	}

	protected Path file(String place, byte[] content) throws IOException {
		Path file = this.folder.resolve(place);
		Files.createDirectories(file.getParent());
		return Files.write(file, content);
	}

	protected JobParameters parameters(String... more) {
		JobParametersBuilder builder = new JobParametersBuilder().addString("source", this.folder.toString())
			.addString("owner", "alice");
		for (int i = 0; i < more.length; i += 2) {
			builder.addString(more[i], more[i + 1]);
		}
		return builder.toJobParameters();
	}

	/**
	 * Works with a database that refuses the third chunk: what it did is in the store,
	 * only the commit fails.
	 */
	protected JobExecution failAtTheThirdChunk(Callable<JobExecution> launch) throws Exception {
		long before = this.jdbc.sql("select coalesce(max(step_execution_id), 0) from batch_step_execution")
			.query(Long.class)
			.single();
		this.jdbc
			.sql("alter table batch_step_execution add constraint planned check (commit_count < 3 or "
					+ "step_execution_id <= " + before + ")")
			.update();
		try {
			return launch.call();
		}
		finally {
			this.jdbc.sql("alter table batch_step_execution drop constraint planned").update();
		}
	}

	/** Returns once the first chunk is committed. */
	protected CompletableFuture<JobExecution> inBackground(Callable<JobExecution> launch) {
		long before = lastExecution();
		CompletableFuture<JobExecution> running = CompletableFuture.supplyAsync(() -> {
			try {
				return launch.call();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		await().atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(5))
			.until(() -> lastExecution() > before && readCounts() > 0);
		return running;
	}

	private long lastExecution() {
		return this.jdbc.sql("select coalesce(max(job_execution_id), 0) from batch_job_execution")
			.query(Long.class)
			.single();
	}

	/** What the last execution has committed. */
	protected long readCounts() {
		return this.jdbc
			.sql("select coalesce(max(read_count), 0) from batch_step_execution where job_execution_id = (select "
					+ "max(job_execution_id) from batch_job_execution)")
			.query(Long.class)
			.single();
	}

	/**
	 * Counts over all executions; every one of them must add up, in all places where they
	 * are told.
	 */
	protected ItemCounts countsOf(JobInstance instance) {
		List<StepExecution> steps = this.repository.getJobExecutions(instance)
			.stream()
			.flatMap((execution) -> execution.getStepExecutions().stream())
			.toList();
		ItemCounts counts = steps.stream()
			.map((step) -> ItemCounts.in(step.getExecutionContext()))
			.max(Comparator.comparingLong(ItemCounts::read))
			.orElseThrow();
		assertThat(steps.stream().mapToLong(StepExecution::getReadCount).sum()).isEqualTo(counts.read());
		assertThat(steps.stream().mapToLong(StepExecution::getWriteCount).sum()).isEqualTo(counts.written());
		assertThat(steps.stream().mapToLong(StepExecution::getFilterCount).sum())
			.isEqualTo(counts.present() + counts.filtered());
		assertThat(steps.stream().mapToLong(StepExecution::getProcessSkipCount).sum()).isEqualTo(counts.skipped());
		return counts;
	}

	protected ItemCounts countsOf(JobExecution execution) {
		return countsOf(execution.getJobInstance());
	}

	protected List<ImageDocument> documents() {
		return this.store.list(ObjectKeys.DOCUMENTS)
			.map((object) -> this.json.readValue(this.store.find(object.key()).orElseThrow().content(),
					ImageDocument.class))
			.toList();
	}

	protected Set<String> objects() {
		return Stream.of(ObjectKeys.IMAGES, ObjectKeys.ORIGINALS)
			.flatMap(this.store::list)
			.map(ListedObject::key)
			.collect(Collectors.toSet());
	}

	protected static List<String> named(ImageDocument document) {
		return Stream
			.of(Stream.of(document.original().key()), Stream.ofNullable(document.preview()),
					document.variants().stream().map(ImageDocument.PublishedVariant::key))
			.flatMap(Function.identity())
			.toList();
	}

	/**
	 * Every published object is named by a document, and every name leads to an object.
	 */
	protected void assertNothingIsLeftOver() {
		assertThat(objects()).containsExactlyInAnyOrderElementsOf(
				documents().stream().flatMap((document) -> named(document).stream()).toList());
	}

}
