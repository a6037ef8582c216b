package org.imageingest.engine.worker;

import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Logging of a worker: warnings and errors go to standard error, which the service logs.
 * Named by {@code slf4j.provider} and by nothing else, so that it is no second one on the
 * class path of the service. A logging library would take longer to start than all the
 * rest of a worker.
 */
public final class StandardErrorLogging implements SLF4JServiceProvider {

	private final IMarkerFactory markers = new BasicMarkerFactory();

	private final MDCAdapter contexts = new NOPMDCAdapter();

	/** Made by SLF4J. */
	public StandardErrorLogging() {
	}

	@Override
	public ILoggerFactory getLoggerFactory() {
		return StandardErrorLogger::new;
	}

	@Override
	public IMarkerFactory getMarkerFactory() {
		return this.markers;
	}

	@Override
	public MDCAdapter getMDCAdapter() {
		return this.contexts;
	}

	@Override
	public String getRequestedApiVersion() {
		return "2.0.99";
	}

	@Override
	public void initialize() {
	}

}
