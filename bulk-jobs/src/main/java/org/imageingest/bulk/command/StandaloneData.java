package org.imageingest.bulk.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import org.imageingest.data.DataDirectory;
import org.imageingest.data.DataFolder;
import org.imageingest.data.DataFolderInUseException;
import org.imageingest.data.Secrets;
import org.imageingest.data.store.EmbeddedObjectStore;
import org.imageingest.data.store.ObjectStoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data folder of a standalone. Jobs use the object store of the standalone that runs
 * on it; where none runs, they hold the folder themselves and start that store.
 */
final class StandaloneData implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(StandaloneData.class);

	private final Path root;

	private final String command;

	private final Map<String, String> settings = new LinkedHashMap<>();

	private final Deque<AutoCloseable> opened = new ArrayDeque<>();

	/**
	 * Finds a data folder; one that is absent is made.
	 * @param folder the folder
	 * @param command what this process is, for whoever wants the folder meanwhile
	 * @throws org.imageingest.data.StartException if it cannot be used
	 */
	StandaloneData(Path folder, String command) {
		this.root = DataFolder.at(folder).root();
		this.command = command;
		this.settings.put("bulk.report-directory", this.root.resolve("reports").toString());
		this.settings.put("image.work-directory", this.root.resolve("work").resolve("bulk").toString());
		this.settings.put("store.bucket", DataDirectory.BUCKET);
		this.settings.put("ingest.identity-key", "not needed");
	}

	/**
	 * Opens the database of the jobs, which is not that of the standalone.
	 * @param works whether jobs are to run in this process
	 * @throws JobsInUseException if jobs run in another one
	 */
	void openDatabase(boolean works) {
		JobsFile file = new JobsFile(this.root.resolve("jobs"), this.command);
		(works ? file.lockToWork() : file.lockToLook()).ifPresent(this.opened::push);
		this.settings.put("spring.datasource.url", file.url());
	}

	/**
	 * Finds the object store, or starts it.
	 * @throws DataFolderInUseException if a process holds the folder that has none to
	 * share
	 */
	void openStore() {
		this.settings.put("store.endpoint", store().toString());
		Secrets secrets = Secrets.of(new DataFolder(this.root));
		this.settings.put("store.access-key", secrets.s3AccessKey());
		this.settings.put("store.secret-key", secrets.s3SecretKey());
		this.settings.put("ingest.identity-key", secrets.identityKey());
	}

	private URI store() {
		try {
			DataDirectory held = DataDirectory.open(this.root, this.command);
			this.opened.push(held);
			EmbeddedObjectStore started = EmbeddedObjectStore.start(ObjectStoreSettings.of(held));
			this.opened.push(started);
			return started.endpoint();
		}
		catch (DataFolderInUseException ex) {
			return DataDirectory.runningOn(this.root).orElseThrow(() -> ex).endpoints().s3();
		}
	}

	/**
	 * Returns what the application is to be told.
	 * @return settings by their names
	 */
	Map<String, String> settings() {
		return this.settings;
	}

	@Override
	public void close() {
		while (!this.opened.isEmpty()) {
			try {
				this.opened.pop().close();
			}
			catch (Exception ex) {
				// What follows has to be given back all the same.
				logger.warn("Not everything in {} was given back cleanly", this.root, ex);
			}
		}
	}

}
