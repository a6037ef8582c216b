package org.imageingest.source.upload;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

import org.imageingest.model.identity.IdentityKey;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.source.job.BatchRepository;
import org.imageingest.source.job.NewBatch;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.outbox.PromptSender;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Turns the good photos of one request into a promise: the batch, all its jobs and outbox
 * rows in one commit.
 */
@Component
class BatchAcceptance {

	private final IdentityKey identityKey;

	private final BatchRepository batches;

	private final Outbox outbox;

	private final PromptSender sender;

	private final TransactionOperations transactions;

	BatchAcceptance(IdentityKey identityKey, BatchRepository batches, Outbox outbox, PromptSender sender,
			TransactionOperations transactions) {
		this.identityKey = identityKey;
		this.batches = batches;
		this.outbox = outbox;
		this.sender = sender;
		this.transactions = transactions;
	}

	/**
	 * Accepts what is staged. If that fails its outcome may be unknown, so what is staged
	 * stays for the sweep to judge.
	 * @param staged at least one staged photo
	 * @param owner subject of the uploader
	 * @param promise makes the answer; what it writes to the database is committed with
	 * the batch
	 * @param <T> type of the answer
	 * @return the answer
	 * @throws org.springframework.dao.DataAccessException if it cannot be committed
	 */
	<T> T accept(StagedBatch staged, String owner, Function<NewBatch, T> promise) {
		NewBatch batch = staged.toBatch(Identifiers.newBatchId(), this.identityKey, owner);
		Committed<T> committed = Objects.requireNonNull(this.transactions.execute((transaction) -> {
			Instant acceptedAt = this.batches.add(batch);
			this.outbox.addBatch(batch.batchId());
			return new Committed<>(acceptedAt, promise.apply(batch));
		}));
		batch.jobs().values().forEach((job) -> this.sender.send(job.toMessage(committed.acceptedAt())));
		return committed.answer();
	}

	/**
	 * What a commit made.
	 *
	 * @param acceptedAt database time of the acceptance
	 * @param answer the answer to be given
	 * @param <T> type of the answer
	 */
	private record Committed<T>(Instant acceptedAt, T answer) {
	}

}
