package org.imageingest.bulk.https;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.imageingest.bulk.BulkProperties;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Fetches photos from web servers. Whatever a server does costs its own photo and not the
 * job: it is tried again, and then skipped.
 */
@Component
public class HttpsPhotos {

	/** Begins the addresses that lead here. */
	public static final String SCHEME = "https:";

	private static final int MAX_REDIRECTS = 5;

	private static final int DEFAULT_PORT = 443;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

	private final HttpsProperties properties;

	private final CloseableHttpClient client;

	private final RetryTemplate retry;

	HttpsPhotos(HttpsProperties properties, CloseableHttpClient photoClient, BulkProperties bulk) {
		this.properties = properties;
		this.client = photoClient;
		this.retry = new RetryTemplate(RetryPolicy.builder()
			.maxRetries(bulk.retry().attempts() - 1L)
			.delay(bulk.retry().delay())
			.multiplier(bulk.retry().multiplier())
			.maxDelay(bulk.retry().maxDelay())
			.includes(ServerFaultException.class)
			.build());
	}

	/**
	 * Fetches a photo.
	 * @param <T> what becomes of it
	 * @param address its address
	 * @param reader reads the photo; called again for another try
	 * @return what the reader returned
	 * @throws ProblemException if it may not be fetched, is not there, or the server
	 * fails for good
	 * @throws IOException if the reader fails for a reason of its own
	 */
	public <T> T fetch(String address, Reader<T> reader) throws IOException {
		URI uri = allowed(address);
		try {
			return this.retry.execute(() -> fetch(uri, reader, 0));
		}
		catch (RetryException ex) {
			throw rethrown(ex.getCause());
		}
	}

	private static IOException rethrown(Throwable failure) {
		return switch (failure) {
			case ServerFaultException fault ->
				throw problem(ProblemType.PROCESSING_FAILED, String.valueOf(fault.getMessage()), fault);
			case IOException io -> io;
			case RuntimeException known -> throw known;
			default -> throw new IllegalStateException(failure);
		};
	}

	private <T> T fetch(URI uri, Reader<T> reader, int redirects) throws IOException {
		long deadline = System.nanoTime() + this.properties.timeLimit().toNanos();
		HttpGet request = new HttpGet(uri);
		URI next;
		try {
			ClassicHttpResponse response = open(request, uri);
			HttpEntity body = response.getEntity();
			if (response.getCode() == HttpStatus.SC_OK && body != null) {
				return reader.read(body.getContentLength(), new PhotoBody(uri, body.getContent(), deadline));
			}
			next = redirection(uri, response);
		}
		finally {
			// Closing the answer would read on to its end, which may never come.
			request.cancel();
		}
		if (redirects == MAX_REDIRECTS) {
			throw problem(ProblemType.NOT_FOUND, uri + " redirects more than " + MAX_REDIRECTS + " times", null);
		}
		return fetch(next, reader, redirects + 1);
	}

	private ClassicHttpResponse open(HttpGet request, URI uri) throws ServerFaultException {
		try {
			return this.client.executeOpen(RoutingSupport.determineHost(request), request, null);
		}
		catch (PrivateAddressException ex) {
			throw problem(ProblemType.FORBIDDEN, String.valueOf(ex.getMessage()), ex);
		}
		catch (SSLException ex) {
			throw problem(ProblemType.PROCESSING_FAILED, uri.getHost() + " is not trusted: " + ex.getMessage(), ex);
		}
		catch (IOException | HttpException ex) {
			throw new ServerFaultException(uri + " does not answer: " + ex.getMessage(), ex);
		}
	}

	/** Never to another host: only those were looked at that manifests name. */
	private static URI redirection(URI from, ClassicHttpResponse response) throws ServerFaultException {
		int status = response.getCode();
		Header location = response.getFirstHeader(HttpHeaders.LOCATION);
		if (!REDIRECTS.contains(status) || location == null) {
			if (PASSING.contains(status)) {
				throw new ServerFaultException(from + " answers " + status, null);
			}
			throw problem(ProblemType.NOT_FOUND, from + " answers " + status, null);
		}
		URI to = parse(from.resolve(parse(location.getValue())).toString());
		if (!from.getScheme().equalsIgnoreCase(to.getScheme()) || !from.getHost().equalsIgnoreCase(to.getHost())
				|| port(from) != port(to)) {
			throw problem(ProblemType.FORBIDDEN, from + " redirects to " + to + ", which is another host", null);
		}
		return to;
	}

	private URI allowed(String address) {
		URI uri = parse(address);
		if (uri.getHost() == null || uri.getUserInfo() != null) {
			throw problem(ProblemType.INVALID_REQUEST, "'" + address + "' is no address of a file on a host", null);
		}
		if (!this.properties.allows(uri.getHost(), port(uri))) {
			throw problem(ProblemType.FORBIDDEN,
					uri.getHost() + " is none of the hosts that may be read (bulk.import.allowed-hosts)", null);
		}
		return uri;
	}

	private static URI parse(String address) {
		try {
			return URI.create(address);
		}
		catch (IllegalArgumentException ex) {
			throw problem(ProblemType.INVALID_REQUEST, "'" + address + "' is no address: " + ex.getMessage(), ex);
		}
	}

	private static int port(URI uri) {
		return (uri.getPort() < 0) ? DEFAULT_PORT : uri.getPort();
	}

	private static ProblemException problem(ProblemType type, String detail, @Nullable Throwable cause) {
		Problem problem = Problem.of(type, detail);
		return (cause != null) ? new ProblemException(problem, cause) : new ProblemException(problem);
	}

	/**
	 * Reads a photo.
	 *
	 * @param <T> what becomes of it
	 */
	@FunctionalInterface
	public interface Reader<T> {

		/**
		 * Reads it.
		 * @param announcedBytes its size as the server says; negative if it does not
		 * @param in its bytes
		 * @return what became of it
		 * @throws IOException if it cannot be read or written
		 */
		T read(long announcedBytes, InputStream in) throws IOException;

	}

}
