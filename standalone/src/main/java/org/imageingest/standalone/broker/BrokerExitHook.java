package org.imageingest.standalone.broker;

import java.lang.reflect.Field;

import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.BrokerImpl;

/**
 * The broker's own way to stop when the process ends: at once, beside everybody else, so
 * that the apps lose it while they still work. It cannot be switched off, so it is taken
 * out where the broker keeps it; then whoever started the broker stops it last.
 */
final class BrokerExitHook {

	private static final String FIELD = "_shutdownHook";

	private BrokerExitHook() {
	}

	static void removeFrom(Broker<?> broker) {
		try {
			Field field = BrokerImpl.class.getDeclaredField(FIELD);
			field.setAccessible(true);
			if (!(field.get(broker) instanceof Thread hook && Runtime.getRuntime().removeShutdownHook(hook))) {
				throw new IllegalStateException("its exit hook was not there to be removed");
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("this version of it keeps its exit hook elsewhere", ex);
		}
	}

}
