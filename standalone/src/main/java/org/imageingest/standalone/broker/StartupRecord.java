package org.imageingest.standalone.broker;

import java.util.concurrent.atomic.AtomicReference;

import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the launcher tells only its listeners: the running broker, or why there is
 * none. The launcher itself returns normally from a failed start.
 */
final class StartupRecord extends DefaultSystemLauncherListener {

	private final AtomicReference<@Nullable SystemConfig<?>> system = new AtomicReference<>();

	private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

	@Override
	public void onContainerResolve(SystemConfig<?> systemConfig) {
		this.system.set(systemConfig);
	}

	@Override
	public void errorOnStartup(RuntimeException ex) {
		this.failure.set(ex);
	}

	Broker<?> broker() {
		RuntimeException failed = this.failure.get();
		if (failed != null) {
			throw failed;
		}
		SystemConfig<?> started = this.system.get();
		if (started == null) {
			throw new IllegalStateException("it started without a container");
		}
		return (Broker<?>) started.getContainer();
	}

}
