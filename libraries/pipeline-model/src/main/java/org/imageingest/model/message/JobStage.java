package org.imageingest.model.message;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a job stands, with the progress told to the client.
 */
public enum JobStage {

	/** The bytes are being taken in. */
	@JsonProperty("received")
	RECEIVED(5),

	/** Accepted; waits for a processor. */
	@JsonProperty("queued")
	QUEUED(10),

	/** A processor reads the file's metadata. */
	@JsonProperty("extracting_metadata")
	EXTRACTING_METADATA(25),

	/** A processor makes the variants. */
	@JsonProperty("generating_variants")
	GENERATING_VARIANTS(60),

	/** The sink publishes. */
	@JsonProperty("uploading")
	UPLOADING(85),

	/** Published. */
	@JsonProperty("done")
	DONE(100);

	private final int progress;

	JobStage(int progress) {
		this.progress = progress;
	}

	/**
	 * Returns the progress of a job that reached this stage.
	 * @return percent, 0 to 100
	 */
	public int progress() {
		return this.progress;
	}

	/**
	 * Returns the name used in messages, database and API.
	 * @return lower-case name with underscores
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static JobStage ofCode(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

}
