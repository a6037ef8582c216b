package org.imageingest.source.upload;

import java.time.Instant;
import java.util.Objects;

import org.imageingest.model.identity.IdentityKey;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.NewJob;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.outbox.PromptSender;
import org.imageingest.store.ObjectStore;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Turns a good upload into a promise: bytes staged, then job and outbox row in one
 * commit. After the commit the answer is 202 whatever happens; before it nothing is
 * promised, and staged bytes without a job are swept later.
 */
@Component
class JobAcceptance {

	private final ObjectStore store;

	private final IdentityKey identityKey;

	private final JobRepository jobs;

	private final Outbox outbox;

	private final PromptSender sender;

	private final TransactionOperations transactions;

	JobAcceptance(ObjectStore store, IdentityKey identityKey, JobRepository jobs, Outbox outbox, PromptSender sender,
			TransactionOperations transactions) {
		this.store = store;
		this.identityKey = identityKey;
		this.jobs = jobs;
		this.outbox = outbox;
		this.sender = sender;
		this.transactions = transactions;
	}

	/**
	 * Accepts an upload.
	 * @param upload the photo
	 * @param owner subject of the uploader
	 * @return name of the job
	 * @throws software.amazon.awssdk.core.exception.SdkException if it cannot be staged
	 * @throws org.springframework.dao.DataAccessException if it cannot be committed
	 */
	String accept(Upload upload, String owner) {
		String jobId = Identifiers.newJobId();
		OriginalObject original = stage(jobId, upload);
		NewJob job = new NewJob(jobId, this.identityKey.imageId(owner, upload.image().sha256()), owner, original,
				stagePreview(jobId, upload), upload.filename(), upload.tags());
		this.sender.send(commit(job));
		return jobId;
	}

	private OriginalObject stage(String jobId, Upload upload) {
		String key = ObjectKeys.stagedOriginal(jobId);
		ReceivedFile image = upload.image();
		this.store.putFile(key, image.file(), image.format().contentType());
		return new OriginalObject(key, image.format().contentType(), image.format().extension(), image.bytes(),
				image.sha256());
	}

	private @Nullable PreviewObject stagePreview(String jobId, Upload upload) {
		ReceivedFile preview = upload.preview();
		if (preview == null) {
			return null;
		}
		String key = ObjectKeys.stagedPreview(jobId);
		this.store.putFile(key, preview.file(), preview.format().contentType());
		return new PreviewObject(key, preview.bytes(), preview.sha256());
	}

	private UploadedImage commit(NewJob job) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			Instant acceptedAt = this.jobs.add(job);
			this.outbox.add(job.jobId());
			return job.toMessage(acceptedAt);
		}));
	}

}
