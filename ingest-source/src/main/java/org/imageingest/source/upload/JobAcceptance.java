package org.imageingest.source.upload;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

import org.imageingest.model.identity.IdentityKey;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.NewJob;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.outbox.PromptSender;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Turns a good upload into a promise: bytes staged, then job and outbox row in one
 * commit. After the commit the answer is 202 whatever happens; before it nothing is
 * promised, and staged bytes without a job are swept later.
 */
@Component
class JobAcceptance {

	private final PhotoStager stager;

	private final IdentityKey identityKey;

	private final JobRepository jobs;

	private final Outbox outbox;

	private final PromptSender sender;

	private final TransactionOperations transactions;

	JobAcceptance(PhotoStager stager, IdentityKey identityKey, JobRepository jobs, Outbox outbox, PromptSender sender,
			TransactionOperations transactions) {
		this.stager = stager;
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
	 * @param promise makes the answer from the name of the job; what it writes to the
	 * database is committed with the job
	 * @param <T> type of the answer
	 * @return the answer
	 * @throws software.amazon.awssdk.core.exception.SdkException if it cannot be staged
	 * @throws org.springframework.dao.DataAccessException if it cannot be committed
	 */
	<T> T accept(Upload upload, String owner, Function<String, T> promise) {
		StagedPhoto staged = this.stager.stage(Identifiers.newJobId(), upload.image(), upload.preview(),
				upload.filename());
		Committed<T> committed = commit(staged.toJob(this.identityKey, owner, upload.tags(), upload.keepLocation()),
				promise);
		this.sender.send(committed.message());
		return committed.answer();
	}

	private <T> Committed<T> commit(NewJob job, Function<String, T> promise) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			Instant acceptedAt = this.jobs.add(job);
			this.outbox.add(job.jobId());
			return new Committed<>(job.toMessage(acceptedAt), promise.apply(job.jobId()));
		}));
	}

	/**
	 * What a commit made.
	 *
	 * @param message the message to be sent
	 * @param answer the answer to be given
	 * @param <T> type of the answer
	 */
	private record Committed<T>(UploadedImage message, T answer) {
	}

}
