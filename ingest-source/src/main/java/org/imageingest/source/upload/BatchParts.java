package org.imageingest.source.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.model.message.Tags;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.job.RejectedFile;

import org.springframework.http.HttpStatus;

/**
 * What was read so far of the upload of several photos. Each is on its way to the store
 * before the next one is read.
 */
final class BatchParts implements PartReader {

	private final PhotoReceiver receiver;

	private final LocationOptIn optIn;

	private final StagingLine line;

	private final int maxFiles;

	private final Runnable furtherFile;

	private final List<Integer> positions = new ArrayList<>();

	private final List<RejectedFile> rejected = new ArrayList<>();

	private List<String> tags = List.of();

	private boolean keepLocation;

	private int files;

	BatchParts(PhotoReceiver receiver, LocationOptIn optIn, StagingLine line, int maxFiles, Runnable furtherFile) {
		this.receiver = receiver;
		this.optIn = optIn;
		this.line = line;
		this.maxFiles = maxFiles;
		this.furtherFile = furtherFile;
	}

	@Override
	public void take(Part part) throws IOException {
		switch (part.name()) {
			case "image" -> image(part, this.files++);
			case "tags" -> this.tags = Tags.parse(part.asText());
			case "keepLocation" -> this.keepLocation = this.optIn.read(part.asText());
			case "preview" -> throw new ProblemException(Problem.of(ProblemType.PREVIEW_NOT_TAKEN,
					"A batch takes no previews: it cannot tell whose they are. Upload a camera RAW and its preview by themselves"));
			default -> {
				// Unknown parts are passed over, as unknown members of JSON are.
			}
		}
	}

	private void image(Part part, int position) throws IOException {
		if (position >= this.maxFiles) {
			// Only counted: the client is told how many there were.
			return;
		}
		if (position > 0) {
			this.furtherFile.run();
		}
		this.line.awaitRoom();
		try {
			ReceivedFile image = this.receiver.image(part);
			this.positions.add(position);
			this.line.add(image, part.filename());
		}
		catch (BodyTooLargeException ex) {
			throw ex;
		}
		catch (ProblemException ex) {
			if (HttpStatus.valueOf(ex.problem().status()).is5xxServerError()) {
				throw ex;
			}
			this.rejected.add(new RejectedFile(position, part.filename(), ex.problem()));
		}
	}

	/**
	 * Waits until everything is staged.
	 * @return all photos of the request
	 * @throws ProblemException if there were none or too many
	 */
	StagedBatch toBatch() {
		if (this.files == 0) {
			throw new ProblemException(Problem.of(ProblemType.INVALID_UPLOAD, "There is no part named 'image'"));
		}
		if (this.files > this.maxFiles) {
			throw new ProblemException(Problem.overLimit(ProblemType.TOO_MANY_FILES,
					"The request has " + this.files + " files, the limit is " + this.maxFiles, this.maxFiles,
					this.files));
		}
		return new StagedBatch(this.positions, this.line.results(), List.copyOf(this.rejected), this.tags,
				this.keepLocation);
	}

}
