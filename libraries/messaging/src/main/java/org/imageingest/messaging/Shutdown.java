package org.imageingest.messaging;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Knows whether this app is stopping: what fails from then on fails because its tools are
 * taken away, and says nothing about the photo.
 */
final class Shutdown implements ApplicationListener<ContextClosedEvent> {

	private final ApplicationContext context;

	private volatile boolean begun;

	Shutdown(ApplicationContext context) {
		this.context = context;
	}

	boolean hasBegun() {
		return this.begun;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		// The binder's own context tells its parents when it closes.
		if (event.getApplicationContext() == this.context) {
			this.begun = true;
		}
	}

}
