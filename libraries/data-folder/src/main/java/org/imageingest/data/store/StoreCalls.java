package org.imageingest.data.store;

import java.util.function.Supplier;

/**
 * Looks at the calls that a program makes of the store in its own process, as an
 * interceptor of the SDK does at those over the network.
 */
@FunctionalInterface
public interface StoreCalls {

	/**
	 * Makes a call.
	 * @param <T> type of its answer
	 * @param operation name of the operation in the S3 API, such as {@code PutObject}
	 * @param call to be made once
	 * @return what it returned
	 * @throws RuntimeException what it threw
	 */
	<T> T call(String operation, Supplier<T> call);

}
