package org.imageingest.standalone.broker;

import java.nio.file.Path;
import java.util.List;

/**
 * What the embedded broker needs to know.
 *
 * @param folder where it keeps its messages
 * @param port TCP port on 127.0.0.1; 0 = any free one
 * @param user the only user
 * @param password the user's password
 * @param queues the queues to have ready
 */
public record BrokerSettings(Path folder, int port, String user, String password, List<QueueSettings> queues) {

	@Override
	public String toString() {
		return "BrokerSettings[folder=%s, port=%d]".formatted(this.folder, this.port);
	}

}
