package org.imageingest.standalone.broker;

import java.util.List;

import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.Queue;
import org.apache.qpid.server.model.VirtualHost;
import org.apache.qpid.server.model.VirtualHostNode;

/**
 * Makes the queues that are absent, and brings those of an earlier start up to date.
 */
final class QueueDeclaration {

	private final List<QueueSettings> queues;

	QueueDeclaration(List<QueueSettings> queues) {
		this.queues = queues;
	}

	void declareOn(Broker<?> broker) {
		VirtualHost<?> virtualHost = virtualHost(broker);
		for (QueueSettings settings : this.queues) {
			Queue<?> queue = virtualHost.getChildByName(Queue.class, settings.name());
			if (queue == null) {
				virtualHost.createChild(Queue.class, settings.attributes());
			}
			else {
				queue.setAttributes(settings.attributes());
			}
		}
	}

	private static VirtualHost<?> virtualHost(Broker<?> broker) {
		for (VirtualHostNode<?> node : broker.getVirtualHostNodes()) {
			VirtualHost<?> virtualHost = node.getVirtualHost();
			if (virtualHost != null) {
				return virtualHost;
			}
		}
		throw new IllegalStateException("its message store did not open");
	}

}
