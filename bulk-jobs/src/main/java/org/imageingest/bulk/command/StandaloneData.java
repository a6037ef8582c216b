package org.imageingest.bulk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.imageingest.bulk.item.SourceException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data folder of a standalone, from which jobs learn where its store is and how they
 * log in. They keep a database of their own in it.
 */
final class StandaloneData {

	private static final String BUCKET = "images";

	private final Path folder;

	StandaloneData(Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	/**
	 * Returns the settings for a job.
	 * @param usesStore whether the store has to be there
	 * @return settings by their names
	 * @throws SourceException if nothing runs on this folder
	 */
	Map<String, String> settings(boolean usesStore) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("spring.datasource.url", "jdbc:h2:file:" + this.folder.resolve("jobs").resolve("bulk")
				+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
		settings.put("bulk.report-directory", this.folder.resolve("reports").toString());
		settings.put("image.work-directory", this.folder.resolve("work").resolve("bulk").toString());
		settings.put("store.bucket", BUCKET);
		if (usesStore) {
			addStore(settings);
		}
		else {
			settings.put("ingest.identity-key", "not needed");
		}
		return settings;
	}

	private void addStore(Map<String, String> settings) {
		Path file = this.folder.resolve("runtime.json");
		try {
			JsonNode runtime = JsonMapper.shared().readTree(Files.readString(file));
			if (ProcessHandle.of(runtime.path("pid").longValue()).isEmpty()) {
				throw nothingRuns(null);
			}
			settings.put("store.endpoint", runtime.path("endpoints").path("s3").stringValue());
			settings.put("store.access-key", runtime.path("credentials").path("s3AccessKey").stringValue());
			settings.put("store.secret-key", runtime.path("credentials").path("s3SecretKey").stringValue());
			settings.put("ingest.identity-key",
					Files.readString(this.folder.resolve("secrets").resolve("identity-key")).strip());
		}
		catch (IOException | JacksonException ex) {
			throw nothingRuns(ex);
		}
	}

	private SourceException nothingRuns(@Nullable Exception cause) {
		String message = "Nothing runs on the data folder " + this.folder + ": start ./run --data " + this.folder
				+ " first, and import beside it";
		return (cause != null) ? new SourceException(message, cause) : new SourceException(message);
	}

}
