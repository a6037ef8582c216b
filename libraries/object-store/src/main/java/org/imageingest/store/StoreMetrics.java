package org.imageingest.store;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Times the calls of the object store, with all their attempts, as
 * {@code ingest.store.calls} by {@code operation} and {@code outcome}. Answers that are
 * part of the work, such as that an object is absent, are no errors.
 */
public final class StoreMetrics implements ExecutionInterceptor, MeterBinder {

	private static final ExecutionAttribute<Long> BEGUN = new ExecutionAttribute<>("org.imageingest.store.begun");

	private static final int SERVER_ERROR = 500;

	private volatile MeterRegistry registry = new CompositeMeterRegistry();

	@Override
	public void bindTo(MeterRegistry registry) {
		this.registry = registry;
		// Told before the first of them.
		timer("HeadBucket", "unreachable");
		timer("HeadBucket", "error");
	}

	@Override
	public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
		attributes.putAttribute(BEGUN, System.nanoTime());
	}

	@Override
	public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
		record(attributes, "done");
	}

	@Override
	public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
		record(attributes, outcome(context.exception()));
	}

	/**
	 * Makes a call that the SDK's interceptors do not see, and times it.
	 * @param <T> type of its answer
	 * @param operation name of the operation in the S3 API, such as {@code PutObject}
	 * @param call the call
	 * @return what it returned
	 */
	public <T> T call(String operation, Supplier<T> call) {
		long begun = System.nanoTime();
		try {
			T answer = call.get();
			record(operation, "done", begun);
			return answer;
		}
		catch (RuntimeException ex) {
			record(operation, outcome(ex), begun);
			throw ex;
		}
	}

	static String outcome(Throwable failure) {
		if (!(failure instanceof AwsServiceException answer)) {
			return "unreachable";
		}
		return switch (answer.statusCode()) {
			case 304, 404 -> "absent";
			case 409, 412 -> "conflict";
			default -> (answer.statusCode() >= SERVER_ERROR) ? "error" : "refused";
		};
	}

	private void record(ExecutionAttributes attributes, String outcome) {
		String operation = Objects.requireNonNullElse(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
				"unknown");
		Long begun = attributes.getAttribute(BEGUN);
		if (begun != null) {
			record(operation, outcome, begun);
		}
	}

	private void record(String operation, String outcome, long begun) {
		timer(operation, outcome).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
	}

	private Timer timer(String operation, String outcome) {
		return Timer.builder("ingest.store.calls")
			.description("Calls of the object store with all their attempts")
			.tags("operation", operation, "outcome", outcome)
			.register(this.registry);
	}

}
