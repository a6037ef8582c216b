package org.imageingest.standalone.race;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.imageingest.standalone.race.Operation.Kind;
import org.imageingest.store.PublishOutcome;
import org.imageingest.testkit.pipeline.PipelineClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two owners and bulk jobs do things with the same bytes at once, each a random while
 * after the start. One image of the first owner is watched; the other one means it, too.
 */
final class Race {

	private static final int MOST_OPERATIONS = 6;

	/** Either all of it happens before the first image is there, or some of it after. */
	private static final List<Integer> SPREADS_MILLIS = List.of(400, 2000);

	private static final int OK = 200;

	private static final int GONE = 410;

	private final Map<String, PipelineClient> clients;

	private final BulkJob bulk;

	private final String owner;

	private final String stranger;

	private final String imageId;

	private final byte[] photo;

	private final Random random;

	private final Deque<String> jobIds = new ConcurrentLinkedDeque<>();

	Race(Map<String, PipelineClient> clients, BulkJob bulk, String owner, String stranger, String imageId, byte[] photo,
			Random random) {
		this.clients = clients;
		this.bulk = bulk;
		this.owner = owner;
		this.stranger = stranger;
		this.imageId = imageId;
		this.photo = photo;
		this.random = random;
	}

	/**
	 * Lets the clients go.
	 * @return what they did
	 */
	List<Operation> run() throws Exception {
		try (ScheduledExecutorService executor = Executors.newScheduledThreadPool(MOST_OPERATIONS)) {
			List<Future<Operation>> futures = new ArrayList<>();
			futures.add(executor.submit(upload(this.owner, "first")));
			int more = 1 + this.random.nextInt(MOST_OPERATIONS - 1);
			int spread = SPREADS_MILLIS.get(this.random.nextInt(SPREADS_MILLIS.size()));
			for (int i = 0; i < more; i++) {
				futures.add(executor.schedule(any("tag" + i), this.random.nextInt(spread), TimeUnit.MILLISECONDS));
			}
			List<Operation> history = new ArrayList<>();
			for (Future<Operation> future : futures) {
				history.add(future.get());
			}
			return history;
		}
	}

	private Callable<Operation> any(String tag) {
		int choice = this.random.nextInt(26);
		if (choice < 9) {
			return upload(this.owner, tag);
		}
		if (choice < 14) {
			return delete(this.owner);
		}
		if (choice < 17) {
			return cancel(this.owner);
		}
		return switch (choice) {
			case 17 -> upload(this.stranger, tag);
			case 18 -> delete(this.stranger);
			case 19 -> cancel(this.stranger);
			case 20, 21, 22 -> bulk(Kind.IMPORT, tag, () -> this.bulk.importPhoto(this.owner, this.imageId, tag));
			default -> bulk(Kind.RENEW, "", () -> this.bulk.renew(this.imageId));
		};
	}

	private Callable<Operation> upload(String who, String tag) {
		return () -> {
			long from = System.nanoTime();
			HttpResponse<String> answer = this.clients.get(who).tryUpload(this.photo, List.of(tag));
			long to = System.nanoTime();
			String jobId = JsonMapper.shared().readTree(answer.body()).path("jobId").stringValue("");
			if (who.equals(this.owner) && !jobId.isEmpty()) {
				this.jobIds.add(jobId);
			}
			return new Operation(Kind.UPLOAD, who, tag, from, to, answer.statusCode(), jobId);
		};
	}

	private Callable<Operation> delete(String who) {
		return () -> ask(Kind.DELETE, who, "", "/images/" + this.imageId);
	}

	/** Of the job that was accepted last, if there is one. */
	private Callable<Operation> cancel(String who) {
		return () -> {
			String jobId = this.jobIds.peekLast();
			return ask(Kind.CANCEL, who, (jobId != null) ? jobId : "",
					"/ingest/" + ((jobId != null) ? jobId : "job_0"));
		};
	}

	private Callable<Operation> bulk(Kind kind, String subject, Callable<PublishOutcome> work) {
		return () -> {
			long from = System.nanoTime();
			int status = (work.call() == PublishOutcome.IMAGE_DELETED) ? GONE : OK;
			return new Operation(kind, this.owner, subject, from, System.nanoTime(), status, "");
		};
	}

	private Operation ask(Kind kind, String who, String subject, String path) throws Exception {
		long from = System.nanoTime();
		int status = this.clients.get(who).ask("DELETE", path).statusCode();
		return new Operation(kind, who, subject, from, System.nanoTime(), status, "");
	}

}
