package org.imageingest.bench.service;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.imageingest.bench.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * How a command is told of a service that runs already.
 */
public final class ServiceOptions {

	private static final Pattern PIDS = Pattern.compile("[0-9]{1,9}(,[0-9]{1,9})*");

	private ServiceOptions() {
	}

	/**
	 * Reads the address of a service of which address and processes are needed.
	 * @param line a command line with the options service-pid, url and token
	 * @return the service, or {@code null} if none of them was given
	 * @throws org.imageingest.bench.cli.UsageException if one is missing or wrong
	 */
	public static @Nullable ServiceAddress measured(CommandLine line) {
		String pids = line.value("service-pid");
		if (pids == null && (line.value("url") != null || line.value("token") != null)) {
			throw line.wrong("--service-pid, --url and --token go together");
		}
		return reached(line);
	}

	/**
	 * Reads the address of a service whose processes need not be known.
	 * @param line a command line with the options service-pid, url and token
	 * @return the service, without processes if those were not given; {@code null} if
	 * none of the options was given
	 * @throws org.imageingest.bench.cli.UsageException if one is missing or wrong
	 */
	public static @Nullable ServiceAddress reached(CommandLine line) {
		String pids = line.value("service-pid");
		String url = line.value("url");
		String token = line.value("token");
		if (pids == null && url == null && token == null) {
			return null;
		}
		if (url == null || token == null) {
			throw line.wrong(
					(pids != null) ? "--service-pid, --url and --token go together" : "--url and --token go together");
		}
		if (pids != null && !PIDS.matcher(pids).matches()) {
			throw line.wrong("--service-pid takes process ids with commas between them, not '" + pids + "'");
		}
		if (!url.matches("https?://[^/\\s]+/?")) {
			throw line.wrong("--url takes an address such as http://127.0.0.1:8080, not '" + url + "'");
		}
		List<Long> ids = (pids != null) ? Stream.of(pids.split(",")).map(Long::valueOf).toList() : List.of();
		return new ServiceAddress(ids, URI.create(url), token);
	}

}
