package org.imageingest.source;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import javax.imageio.ImageIO;

import org.imageingest.model.message.JobEvent;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedOriginal;
import org.imageingest.model.storage.ImageDocument.PublishedVariant;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;
import org.imageingest.store.ObjectStore;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.cloud.stream.binder.test.InputDestination;
import org.springframework.cloud.stream.binder.test.OutputDestination;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

import static org.awaitility.Awaitility.await;

/**
 * What processor and sink would do with a photo, played by the test.
 */
public final class PlayedPipeline {

	private static final int PATIENCE_MILLIS = 5000;

	private final RunningIngestSource source;

	private final JsonMapper json;

	public PlayedPipeline(RunningIngestSource source) {
		this.source = source;
		this.json = source.bean(JsonMapper.class);
	}

	/**
	 * Takes the message of an upload, past those of others.
	 * @param jobId the job
	 * @return its message
	 */
	public UploadedImage take(String jobId) {
		OutputDestination broker = this.source.bean(OutputDestination.class);
		Message<byte[]> next;
		while ((next = broker.receive(PATIENCE_MILLIS, "uploaded-images")) != null) {
			UploadedImage upload = this.json.readValue(next.getPayload(), UploadedImage.class);
			if (upload.jobId().equals(jobId)) {
				return upload;
			}
		}
		throw new AssertionError("No message for " + jobId);
	}

	/**
	 * Publishes the image of an upload and completes its job.
	 * @param upload the upload
	 */
	public void complete(UploadedImage upload) {
		Instant now = Instant.now();
		String run = ObjectKeys.imageRun(upload.imageId(), "run");
		List<PublishedVariant> variants = List.of(
				new PublishedVariant("thumbnail", run + "thumbnail.webp", VariantFormat.WEBP, 40, 30, 3),
				new PublishedVariant("thumbnail_legacy", run + "thumbnail.jpg", VariantFormat.JPEG, 40, 30, 3),
				new PublishedVariant("web", run + "web.webp", VariantFormat.WEBP, 40, 30, 3),
				new PublishedVariant("web_legacy", run + "web.jpg", VariantFormat.JPEG, 40, 30, 3));
		String original = ObjectKeys.original(upload.imageId(), "run", "jpg");
		ImageDocument document = new ImageDocument(ImageDocument.VERSION, upload.imageId(), upload.owner(),
				upload.original().sha256(), new PublishedOriginal(original, "image/jpeg", upload.original().bytes()),
				null, null, "run", 1, "test", variants,
				new ImageMetadata(40, 30, 40, 30, 1, null, "2024-06-15T14:30:00", true, "NIKON CORPORATION",
						"NIKON D750", null, null, null, null, null, null),
				List.of("gps"), upload.tags(), List.of(), ImageDocument.Source.upload(), upload.acceptedAt(), now, now);
		ObjectStore store = this.source.bean(ObjectStore.class);
		variants.forEach((variant) -> store.put(variant.key(), new byte[3], variant.format().contentType()));
		store.put(original, new byte[3], "image/jpeg");
		store.put(ObjectKeys.document(upload.imageId()), this.json.writeValueAsBytes(document), "application/json");
		report(JobEvent.completed(upload, now));
		awaitState(upload, JobState.COMPLETED);
	}

	public void fail(UploadedImage upload, ProblemType problem, String detail, boolean retryable) {
		report(JobEvent.failed(upload, JobStage.GENERATING_VARIANTS, Instant.now(),
				Problem.of(problem, detail).at(upload.jobId()), retryable));
		awaitState(upload, JobState.FAILED);
	}

	/**
	 * Finds that the claim of a cancelled job is gone.
	 * @param upload the upload
	 */
	public void cancel(UploadedImage upload) {
		report(JobEvent.claimMissing(upload, JobStage.GENERATING_VARIANTS, Instant.now()));
		awaitState(upload, JobState.CANCELLED);
	}

	private void report(JobEvent event) {
		this.source.bean(InputDestination.class)
			.send(new GenericMessage<>(this.json.writeValueAsBytes(event)), "ingest-events");
	}

	private void awaitState(UploadedImage upload, JobState state) {
		JobRepository jobs = this.source.bean(JobRepository.class);
		await().until(() -> jobs.find(upload.jobId()).orElseThrow().state() == state);
	}

	/**
	 * Makes a photo that nobody has made before.
	 * @return a JPEG of 40 by 30 pixels
	 */
	public static byte[] newPhoto() {
		BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
		for (int x = 0; x < 40; x++) {
			picture.setRGB(x, 15, ThreadLocalRandom.current().nextInt());
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "jpg", out);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Memory does not fail", ex);
		}
		return out.toByteArray();
	}

}
