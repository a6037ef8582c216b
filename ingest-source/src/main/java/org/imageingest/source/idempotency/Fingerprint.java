package org.imageingest.source.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells two bodies apart by what counts in them: the files in their order, and the texts,
 * whose order does not matter.
 */
public final class Fingerprint {

	private final List<String> files = new ArrayList<>();

	private final SortedSet<String> texts = new TreeSet<>();

	private boolean complete;

	/**
	 * Adds a file.
	 * @param name its field in the form
	 * @param sha256 digest of its content, as far as it is read
	 */
	public void file(String name, String sha256) {
		this.files.add(name + ':' + sha256);
	}

	/**
	 * Adds a text.
	 * @param name its field in the form
	 * @param value the text
	 */
	public void text(String name, String value) {
		this.texts.add(name + ':' + value.replace("\\", "\\\\").replace("\n", "\\n"));
	}

	/**
	 * Says that the body was read as far as a body is read. One that broke off tells
	 * nothing: its sender may send the whole under the same key.
	 */
	public void complete() {
		this.complete = true;
	}

	boolean isComplete() {
		return this.complete;
	}

	/**
	 * Returns the digest over all.
	 * @return lower-case hexadecimal SHA-256
	 */
	String value() {
		String all = String.join("\n", this.files) + "\n\n" + String.join("\n", this.texts);
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
