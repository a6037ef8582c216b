package org.imageingest.source.upload;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.imageingest.model.identity.IdentityKey;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.job.BatchRepository;
import org.imageingest.source.job.NewBatch;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.outbox.PromptSender;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes several photos of one request: all that are good, or none if the request does not
 * come to its end.
 */
@Component
class BatchAcceptance {

	private final PhotoReceiver receiver;

	private final PhotoStager stager;

	private final IdentityKey identityKey;

	private final BatchRepository batches;

	private final Outbox outbox;

	private final PromptSender sender;

	private final TransactionOperations transactions;

	private final BatchProperties properties;

	private final BodyLimit limit;

	BatchAcceptance(PhotoReceiver receiver, PhotoStager stager, IdentityKey identityKey, BatchRepository batches,
			Outbox outbox, PromptSender sender, TransactionOperations transactions, BatchProperties properties) {
		this.receiver = receiver;
		this.stager = stager;
		this.identityKey = identityKey;
		this.batches = batches;
		this.outbox = outbox;
		this.sender = sender;
		this.transactions = transactions;
		this.properties = properties;
		long bytes = properties.maxRequestSize().toBytes();
		this.limit = new BodyLimit(bytes, 2 * bytes, ProblemType.REQUEST_TOO_LARGE);
	}

	/**
	 * Reads the request to its end and accepts what is good of it.
	 * @param request a multipart request
	 * @param owner subject of the uploader
	 * @return what became of each file; where none is good, there is no such batch
	 * @throws ProblemException if the request as a whole cannot be taken
	 * @throws IOException if the disk fails
	 * @throws software.amazon.awssdk.core.exception.SdkException if a photo cannot be
	 * staged
	 * @throws org.springframework.dao.DataAccessException if it cannot be committed
	 */
	NewBatch accept(HttpServletRequest request, String owner) throws IOException {
		NewBatch batch = stage(request).toBatch(Identifiers.newBatchId(), this.identityKey, owner);
		if (!batch.jobs().isEmpty()) {
			// When this fails its outcome may be unknown, so what is staged stays.
			commit(batch).forEach(this.sender::send);
		}
		return batch;
	}

	private StagedBatch stage(HttpServletRequest request) throws IOException {
		try (StagingLine line = new StagingLine(this.stager, this.properties.stagingAtOnce())) {
			BatchParts parts = new BatchParts(this.receiver, line, this.properties.maxFiles());
			try {
				MultipartForm.read(request, this.limit, parts);
				return parts.toBatch();
			}
			catch (IOException | RuntimeException ex) {
				line.discard();
				throw ex;
			}
		}
	}

	private List<UploadedImage> commit(NewBatch batch) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			Instant acceptedAt = this.batches.add(batch);
			this.outbox.addBatch(batch.batchId());
			return batch.jobs().values().stream().map((job) -> job.toMessage(acceptedAt)).toList();
		}));
	}

}
