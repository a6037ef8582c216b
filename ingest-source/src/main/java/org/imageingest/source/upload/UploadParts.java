package org.imageingest.source.upload;

import java.io.IOException;
import java.util.List;

import org.imageingest.model.message.Tags;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What was read so far of the upload of one photo. Closing it removes the files that
 * nobody took over.
 */
final class UploadParts implements PartReader, AutoCloseable {

	private final PhotoReceiver receiver;

	private final LocationOptIn optIn;

	private @Nullable ReceivedFile image;

	private @Nullable ReceivedFile preview;

	private String filename = "";

	private List<String> tags = List.of();

	private boolean keepLocation;

	private boolean taken;

	UploadParts(PhotoReceiver receiver, LocationOptIn optIn) {
		this.receiver = receiver;
		this.optIn = optIn;
	}

	@Override
	public void take(Part part) throws IOException {
		switch (part.name()) {
			case "image" -> image(part);
			case "tags" -> this.tags = Tags.parse(part.asText());
			case "keepLocation" -> this.keepLocation = this.optIn.read(part.asText());
			case "preview" -> preview(part);
			default -> {
				// Unknown parts are passed over, as unknown members of JSON are.
			}
		}
	}

	private void image(Part part) throws IOException {
		if (this.image != null) {
			throw invalid("There is more than one part named 'image'");
		}
		this.filename = part.filename();
		this.image = this.receiver.image(part);
		if (this.preview != null) {
			requireRaw(this.image);
		}
	}

	private void preview(Part part) throws IOException {
		if (this.preview != null) {
			throw invalid("There is more than one part named 'preview'");
		}
		// Before a byte of it is read, where the image came first
		requireRaw(this.image);
		this.preview = this.receiver.preview(part);
	}

	private static void requireRaw(@Nullable ReceivedFile image) {
		if (image != null && !image.format().isRaw()) {
			throw new ProblemException(Problem.of(ProblemType.PREVIEW_NOT_TAKEN,
					"A preview is taken with a camera RAW only; the image is " + image.format()));
		}
	}

	/**
	 * Hands over what was read.
	 * @return the photo, to be closed
	 * @throws ProblemException if there was none
	 */
	Upload toUpload() {
		if (this.image == null) {
			throw invalid("There is no part named 'image'");
		}
		this.taken = true;
		return new Upload(this.image, this.preview, this.filename, this.tags, this.keepLocation);
	}

	@Override
	public void close() {
		if (this.taken) {
			return;
		}
		if (this.image != null) {
			this.image.close();
		}
		if (this.preview != null) {
			this.preview.close();
		}
	}

	private static ProblemException invalid(String detail) {
		return new ProblemException(Problem.of(ProblemType.INVALID_UPLOAD, detail));
	}

}
