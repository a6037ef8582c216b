package org.imageingest.standalone.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * The settings of the broker in the broker's own language. Only the virtual host is kept
 * between starts; everything around it is made anew, so that a new port or password needs
 * no migration.
 *
 * @see <a href=
 * "https://qpid.apache.org/releases/qpid-broker-j-9.2.0/book/Java-Broker-Initial-Configuration.html">Initial
 * configuration</a>
 */
final class BrokerModel {

	static final String VIRTUAL_HOST = "default";

	static final String PORT = "amqp";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final BrokerSettings settings;

	BrokerModel(BrokerSettings settings) {
		this.settings = settings;
	}

	String toJson() {
		return JSON.writeValueAsString(
				Map.of("name", "standalone", "modelVersion", "9.0", "context", context(), "authenticationproviders",
						List.of(users()), "ports", List.of(port()), "virtualhostnodes", List.of(virtualHostNode())));
	}

	private Map<String, String> context() {
		return Map.of(
				// The binder declares with arguments of RabbitMQ: tolerate what is
				// unknown.
				"queue.behaviourOnUnknownDeclareArgument", "IGNORE", "exchange.behaviourOnUnknownDeclareArgument",
				"IGNORE",
				// How long, in ms, a message delivered too often stays where it is.
				"virtualhost.housekeepingCheckPeriod", "500",
				// The apps hold six connections. By default there would be 64 threads.
				"virtualhost.connectionThreadPool.size", "8", "virtualhost.connectionThreadPool.numberOfSelectors", "2",
				"qpid.port.amqp.threadPool.size", "4");
	}

	private Map<String, Object> users() {
		// Plain text passwords are fine on a loopback connection.
		return Map.of("name", "users", "type", "Plain", "secureOnlyMechanisms", List.of(), "users",
				List.of(Map.of("name", this.settings.user(), "type", "managed", "password", this.settings.password())));
	}

	private Map<String, Object> port() {
		return Map.of("name", PORT, "port", this.settings.port(), "bindingAddress", "127.0.0.1",
				"authenticationProvider", "users", "protocols", List.of("AMQP_0_9_1"), "virtualhostaliases",
				List.of(Map.of("name", "defaultAlias", "type", "defaultAlias"),
						Map.of("name", "nameAlias", "type", "nameAlias")));
	}

	private Map<String, Object> virtualHostNode() {
		Path folder = this.settings.folder();
		return Map.of("name", VIRTUAL_HOST, "type", "JSON", "defaultVirtualHostNode", true, "storePath",
				folder.resolve("config").toString(), "virtualHostInitialConfiguration",
				JSON.writeValueAsString(Map.of("type", "BDB", "storePath", folder.resolve("messages").toString(),
						"name", VIRTUAL_HOST, "modelVersion", "9.0")));
	}

}
