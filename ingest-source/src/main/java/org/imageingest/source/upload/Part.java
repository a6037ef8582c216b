package org.imageingest.source.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.apache.commons.fileupload2.core.FileItemInput;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

/**
 * One part of a multipart form.
 *
 * @param name name of the form's field
 * @param filename display text
 * @param content its bytes; of a text, those that are left
 * @param text its first bytes, if it is one of the texts that are asked for
 */
record Part(String name, String filename, PartContent content, byte[] text) {

	private static final int TEXT_BYTES = 64 * 1024;

	private static final Set<String> TEXTS = Set.of("tags", "keepLocation");

	static Part open(FileItemInput item, BodyBudget budget) throws IOException {
		String name = String.valueOf(item.getFieldName());
		PartContent content = new PartContent(item.getInputStream(), budget);
		byte[] text = TEXTS.contains(name) ? content.head(TEXT_BYTES + 1) : new byte[0];
		return new Part(name, Filenames.forDisplay(item.getName()), content, text);
	}

	/**
	 * Reads a text.
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

}
