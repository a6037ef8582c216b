package org.imageingest.source.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.idempotency.Fingerprint;

/**
 * One part of a multipart form.
 */
final class Part {

	private static final int TEXT_BYTES = 64 * 1024;

	private static final Set<String> FILES = Set.of("image", "preview");

	private static final Set<String> TEXTS = Set.of("tags", "keepLocation");

	private final String name;

	private final String filename;

	private final PartContent content;

	private final byte[] text;

	private Part(String name, String filename, PartContent content, byte[] text) {
		this.name = name;
		this.filename = filename;
		this.content = content;
		this.text = text;
	}

	static Part open(MultipartBody.FormPart part, BodyBudget budget) throws IOException {
		String name = String.valueOf(part.disposition().getName());
		PartContent content = new PartContent(part.content(), budget);
		byte[] text = TEXTS.contains(name) ? content.head(TEXT_BYTES + 1) : new byte[0];
		return new Part(name, Filenames.forDisplay(part.disposition().getFilename()), content, text);
	}

	/**
	 * Returns the name of the form's field.
	 * @return as the client wrote it
	 */
	String name() {
		return this.name;
	}

	/**
	 * Returns the client's name of the file.
	 * @return display text
	 */
	String filename() {
		return this.filename;
	}

	PartContent content() {
		return this.content;
	}

	/**
	 * Returns a text.
	 * @return the text
	 * @throws ProblemException if it is longer than any that is taken
	 */
	String asText() {
		if (this.text.length > TEXT_BYTES) {
			throw new ProblemException(Problem.overLimit(ProblemType.INVALID_UPLOAD,
					"The part '" + this.name + "' is over " + TEXT_BYTES + " bytes", TEXT_BYTES, this.text.length));
		}
		return new String(this.text, StandardCharsets.UTF_8);
	}

	/** Reads what nobody read, so that the next part is found. */
	void drain() throws IOException {
		this.content.transferTo(OutputStream.nullOutputStream());
	}

	/** Adds what counts; to be called when everything is read. */
	void addTo(Fingerprint fingerprint) {
		if (FILES.contains(this.name)) {
			fingerprint.file(this.name, this.content.sha256());
		}
		else if (this.text.length > TEXT_BYTES) {
			fingerprint.text(this.name, this.content.sha256());
		}
		else if (TEXTS.contains(this.name)) {
			Stream.of(asText().split(",")).forEach((word) -> fingerprint.text(this.name, word.strip()));
		}
	}

}
