package org.imageingest.source.progress;

import java.io.IOException;
import java.security.Principal;
import java.time.Instant;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets clients follow their jobs by server-sent events.
 */
@RestController
class ProgressController {

	private static final String LAST_EVENT_ID = "Last-Event-ID";

	private static final int MAX_DIGITS = 18;

	private final StreamOpening opening;

	private final OpenStreams streams;

	private final EndStatus endStatus;

	private final ProgressProperties settings;

	private final ObjectWriter json;

	ProgressController(StreamOpening opening, OpenStreams streams, EndStatus endStatus, ProgressProperties settings,
			JsonMapper json) {
		this.opening = opening;
		this.streams = streams;
		this.endStatus = endStatus;
		this.settings = settings;
		this.json = json.writer().without(SerializationFeature.INDENT_OUTPUT);
	}

	@GetMapping(path = "/api/v1/ingest/jobs", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	void jobs(@RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId, Principal owner,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		follow(Following.allOf(owner.getName()), lastEventId, owner, request, response);
	}

	@GetMapping(path = "/api/v1/ingest/status/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	void status(@PathVariable String id,
			@RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId, Principal owner,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		follow(new Following(owner.getName(), id), lastEventId, owner, request, response);
	}

	private void follow(Following following, @Nullable String lastEventId, Principal owner, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		ProgressStream stream = this.opening.open(following, number(lastEventId), expiry(owner));
		boolean started = false;
		try {
			response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
			response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
			// Proxies would keep events until they have collected enough of them.
			response.setHeader("X-Accel-Buffering", "no");
			response.flushBuffer();
			if (!"HEAD".equals(request.getMethod())) {
				start(stream, request.startAsync());
				started = true;
			}
		}
		finally {
			if (!started) {
				this.streams.remove(stream);
			}
		}
	}

	private void start(ProgressStream stream, AsyncContext request) throws IOException {
		request.setTimeout(0);
		StreamConnection connection = new StreamConnection(request, () -> this.streams.remove(stream));
		request.addListener(connection);
		stream.writeTo(new EventWriter(new EventOutput(request.getResponse().getOutputStream(), this.json), connection,
				this.endStatus, this.settings));
	}

	/** Absent where the token is good for ever. */
	private static @Nullable Instant expiry(Principal owner) {
		return (owner instanceof AbstractOAuth2TokenAuthenticationToken<?> authenticated)
				? authenticated.getToken().getExpiresAt() : null;
	}

	private static @Nullable Long number(@Nullable String lastEventId) {
		if (lastEventId == null || lastEventId.isBlank()) {
			return null;
		}
		String digits = lastEventId.strip();
		if (digits.length() > MAX_DIGITS || !digits.chars().allMatch((next) -> next >= '0' && next <= '9')) {
			throw new ProblemException(Problem.of(ProblemType.INVALID_REQUEST,
					"The header Last-Event-ID has to be the id of an event of this service"));
		}
		return Long.valueOf(digits);
	}

}
