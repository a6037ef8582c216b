package org.imageingest.standalone.watch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Puts someone between a caller and what it calls.
 */
public final class Watched {

	private Watched() {
	}

	/**
	 * Wraps an object.
	 * @param <T> an interface
	 * @param type the interface
	 * @param target takes the calls
	 * @param watch sees each call and what it returns
	 * @return the same to its callers
	 */
	public static <T> T of(Class<T> type, T target, Watch watch) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				watch.called(method);
				return watch.returned(method, arguments, call(target, method, arguments));
			}));
	}

	private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * Sees calls.
	 */
	public interface Watch {

		default void called(Method method) {
		}

		default Object returned(Method method, Object[] arguments, Object result) {
			return result;
		}

	}

}
