package org.imageingest.bench.service;

import java.net.URI;
import java.util.List;

/**
 * Where a running service is found.
 *
 * @param pids its processes
 * @param base address of its REST service
 * @param token bearer token for uploads and status
 */
public record ServiceAddress(List<Long> pids, URI base, String token) {

	public ServiceAddress {
		pids = List.copyOf(pids);
	}

}
