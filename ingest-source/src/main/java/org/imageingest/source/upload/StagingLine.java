package org.imageingest.source.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import org.imageingest.model.identity.Identifiers;

/**
 * Stages the photos of one request while the next ones are read: a few at a time, so that
 * the disk holds no more than these. Closing it waits for those under way.
 */
final class StagingLine implements AutoCloseable {

	private final PhotoStager stager;

	private final Semaphore free;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final List<String> jobIds = new ArrayList<>();

	private final List<CompletableFuture<StagedPhoto>> photos = new ArrayList<>();

	StagingLine(PhotoStager stager, int atOnce) {
		this.stager = stager;
		this.free = new Semaphore(atOnce);
	}

	/**
	 * Waits until there is room for one more photo.
	 * @throws RuntimeException what a photo before could not be staged for
	 */
	void awaitRoom() {
		this.free.acquireUninterruptibly();
		this.free.release();
		this.photos.stream().filter(CompletableFuture::isCompletedExceptionally).findFirst().ifPresent(this::result);
	}

	/**
	 * Takes a photo over; its file is removed once it is staged.
	 * @param image the photo
	 * @param filename display text
	 */
	void add(ReceivedFile image, String filename) {
		String jobId = Identifiers.newJobId();
		this.jobIds.add(jobId);
		this.free.acquireUninterruptibly();
		this.photos.add(CompletableFuture.supplyAsync(() -> {
			try (image) {
				return this.stager.stage(jobId, image, null, filename);
			}
			finally {
				this.free.release();
			}
		}, this.threads));
	}

	/**
	 * Waits for all photos.
	 * @return what is staged, in the order of the photos
	 * @throws RuntimeException what one of them could not be staged for
	 */
	List<StagedPhoto> results() {
		return this.photos.stream().map(this::result).toList();
	}

	private StagedPhoto result(CompletableFuture<StagedPhoto> photo) {
		try {
			return photo.join();
		}
		catch (CompletionException | CancellationException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/** Removes what was staged, because nothing will be promised. */
	void discard() {
		this.threads.close();
		this.stager.discard(this.jobIds);
	}

	@Override
	public void close() {
		this.threads.close();
	}

}
