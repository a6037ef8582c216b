package org.imageingest.engine.worker;

import org.jspecify.annotations.Nullable;

/**
 * The place of one worker in the pool. Who has taken the slot has it alone.
 */
final class Slot {

	private volatile @Nullable WorkerProcess worker;

	private volatile int photos;

	/** Returns its worker, if there is one that is alive. */
	@Nullable WorkerProcess worker() {
		WorkerProcess current = this.worker;
		return (current != null && current.isAlive()) ? current : null;
	}

	boolean isAlive() {
		return worker() != null;
	}

	void fill(WorkerProcess fresh) {
		this.worker = fresh;
		this.photos = 0;
	}

	void empty() {
		WorkerProcess current = this.worker;
		this.worker = null;
		if (current != null) {
			current.close();
		}
	}

	void countPhoto() {
		this.photos++;
	}

	/** Whether its worker has grown too old or too big. */
	boolean isWornOut(WorkerOptions options) {
		WorkerProcess current = this.worker;
		return this.photos >= options.photosPerWorker()
				|| (current != null && ResidentMemory.of(current.pid()) > options.recycledAtBytes());
	}

}
