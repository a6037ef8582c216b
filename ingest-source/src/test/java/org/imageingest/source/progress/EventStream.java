package org.imageingest.source.progress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that reads an event stream as a page does.
 */
final class EventStream implements AutoCloseable {

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final List<Event> events = new CopyOnWriteArrayList<>();

	private final List<String> comments = new CopyOnWriteArrayList<>();

	private final HttpResponse<InputStream> response;

	private volatile @Nullable String lastEventId;

	private volatile boolean ended;

	private EventStream(URI address, String token, @Nullable String lastEventId)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.timeout(Duration.ofSeconds(20))
			.header("Accept", "text/event-stream")
			.header("Authorization", "Bearer " + token);
		if (lastEventId != null) {
			request.header("Last-Event-ID", lastEventId);
			this.lastEventId = lastEventId;
		}
		this.response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
		if (this.response.statusCode() == 200) {
			Thread.ofVirtual().start(this::read);
		}
	}

	static EventStream open(URI address, String token) throws IOException, InterruptedException {
		return new EventStream(address, token, null);
	}

	static EventStream open(URI address, String token, @Nullable String lastEventId)
			throws IOException, InterruptedException {
		return new EventStream(address, token, lastEventId);
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.response.body(), StandardCharsets.UTF_8))) {
			String type = null;
			String id = null;
			String data = null;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith(":")) {
					this.comments.add(line.substring(1).strip());
				}
				else if (line.startsWith("event: ")) {
					type = line.substring(7);
				}
				else if (line.startsWith("id: ")) {
					id = line.substring(4);
					this.lastEventId = id;
				}
				else if (line.startsWith("data: ")) {
					data = line.substring(6);
				}
				else if (line.isEmpty()) {
					if (data != null) {
						this.events.add(new Event(String.valueOf(type), id, JsonMapper.shared().readTree(data)));
					}
					type = null;
					id = null;
					data = null;
				}
			}
			this.ended = true;
		}
		catch (IOException ex) {
			this.comments.add("broken: " + ex);
		}
	}

	HttpResponse<InputStream> response() {
		return this.response;
	}

	JsonNode problem() {
		try {
			return JsonMapper.shared().readTree(this.response.body().readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<Event> events() {
		return this.events;
	}

	/** What was told of jobs, as name, status and progress. */
	List<String> jobs() {
		return this.events.stream()
			.filter((event) -> event.type().equals("job"))
			.map((event) -> event.text("jobId") + " " + event.text("status") + " " + event.text("progress"))
			.toList();
	}

	List<String> comments() {
		return this.comments;
	}

	@Nullable String lastEventId() {
		return this.lastEventId;
	}

	/** Whether the server ended the stream as it should. */
	boolean hasEnded() {
		return this.ended;
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

	record Event(String type, @Nullable String id, JsonNode data) {

		String text(String member) {
			return this.data.path(member).asString();
		}

	}

}
