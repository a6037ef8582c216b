package org.imageingest.engine.worker;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * Writes warnings and errors to standard error, a line each and the stack below.
 */
final class StandardErrorLogger extends LegacyAbstractLogger {

	StandardErrorLogger(String name) {
		this.name = name;
	}

	@Override
	public boolean isTraceEnabled() {
		return false;
	}

	@Override
	public boolean isDebugEnabled() {
		return false;
	}

	@Override
	public boolean isInfoEnabled() {
		return false;
	}

	@Override
	public boolean isWarnEnabled() {
		return true;
	}

	@Override
	public boolean isErrorEnabled() {
		return true;
	}

	@Override
	protected @Nullable String getFullyQualifiedCallerName() {
		return null;
	}

	@Override
	protected void handleNormalizedLoggingCall(Level level, @Nullable Marker marker, String pattern,
			Object @Nullable [] arguments, @Nullable Throwable cause) {
		System.err.println(level + " " + this.name + " " + MessageFormatter.basicArrayFormat(pattern, arguments));
		if (cause != null) {
			cause.printStackTrace();
		}
	}

}
