package org.imageingest.endtoend.dataflow;

import java.nio.file.Path;
import java.util.List;

import org.imageingest.endtoend.checkout.Checkout;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dashboard for Grafana.
 */
final class Dashboard {

	private static final Path FILE = Checkout.path("stream-definitions/monitoring/dashboard.json");

	private Dashboard() {
	}

	/**
	 * Returns what its panels ask for, over all streams.
	 * @return expressions of Prometheus
	 */
	static List<String> expressions() {
		return JsonMapper.shared()
			.readTree(FILE)
			.path("panels")
			.valueStream()
			.flatMap((panel) -> panel.path("targets").valueStream())
			.map((target) -> target.path("expr"))
			.map(JsonNode::asString)
			.map((expression) -> expression.replace("$stream", ".*"))
			.toList();
	}

}
