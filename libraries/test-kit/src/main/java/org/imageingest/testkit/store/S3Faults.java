package org.imageingest.testkit.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.List;

/**
 * How a store is to fail. Rules may be added and removed while it runs; the first that
 * concerns a request decides.
 */
public final class S3Faults {

	/** As a rule's number of requests: until it is removed. */
	public static final int UNLIMITED = Integer.MAX_VALUE;

	private final List<Rule> rules = new CopyOnWriteArrayList<>();

	/**
	 * Adds a rule.
	 * @param operations which operations
	 * @param kind how they fail
	 * @param requests how many of them; the others succeed
	 */
	public void add(Predicate<Operation> operations, Kind kind, int requests) {
		this.rules.add(new Rule(operations, kind, new AtomicInteger(requests)));
	}

	/** Removes all rules: the store is well again. */
	public void clear() {
		this.rules.clear();
	}

	Optional<Kind> of(Operation operation) {
		return this.rules.stream()
			.filter((rule) -> rule.operations().test(operation) && rule.left().getAndDecrement() > 0)
			.map(Rule::kind)
			.findFirst();
	}

	/**
	 * What a request asks for.
	 *
	 * @param name {@code put}, {@code get}, {@code copy}, {@code head}, {@code delete},
	 * {@code list} or {@code bucket}
	 * @param key object key, or prefix of a listing; of a copy the key of the copy
	 */
	public record Operation(String name, String key) {
	}

	/**
	 * How a request fails.
	 *
	 * @param status what is answered; 0 for what the store itself says
	 * @param after whether the store does its work first, so that only the answer fails
	 * @param delay how long it takes
	 */
	public record Kind(int status, boolean after, Duration delay) {

		/**
		 * Refuses the request.
		 * @param status HTTP status
		 * @return the kind
		 */
		public static Kind refused(int status) {
			return new Kind(status, false, Duration.ZERO);
		}

		/**
		 * Does what is asked and says that it failed.
		 * @param status HTTP status
		 * @return the kind
		 */
		public static Kind doneButRefused(int status) {
			return new Kind(status, true, Duration.ZERO);
		}

		/**
		 * Does what is asked, late.
		 * @param delay how late
		 * @return the kind
		 */
		public static Kind slow(Duration delay) {
			return new Kind(0, false, delay);
		}

	}

	/**
	 * A rule.
	 *
	 * @param operations which operations
	 * @param kind how they fail
	 * @param left how many more
	 */
	private record Rule(Predicate<Operation> operations, Kind kind, AtomicInteger left) {
	}

}
