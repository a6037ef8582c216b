package org.imageingest.engine.vips;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Objects that are closed together, the last one first: a picture that is computed from
 * another one refers to it.
 */
final class Scope implements AutoCloseable {

	private final Deque<VipsObject> objects = new ArrayDeque<>();

	<T extends VipsObject> T add(T object) {
		this.objects.push(object);
		return object;
	}

	@Override
	public void close() {
		while (!this.objects.isEmpty()) {
			this.objects.pop().close();
		}
	}

}
