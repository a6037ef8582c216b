package org.imageingest.standalone.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.data.DataDirectory;
import org.imageingest.data.Secrets;
import org.imageingest.data.StartException;
import org.imageingest.data.store.EmbeddedObjectStore;
import org.imageingest.data.store.ObjectStoreSettings;
import org.imageingest.standalone.CommandLine;
import org.imageingest.standalone.UsageException;

/**
 * Runs the object store alone, for apps that run apart from each other on one machine. It
 * holds the data folder for as long as it runs.
 */
public final class StoreCommand {

	private static final CommandLine.Syntax SYNTAX = new CommandLine.Syntax("""
			Usage: store --port PORT [--data DIR]

			Runs the object store of a data folder alone, on 127.0.0.1 only, until it is stopped.

			  --port PORT  port of the store; 0: any free one
			  --data DIR   the data folder (default: ./data)
			""", List.of("port", "data"));

	private StoreCommand() {
	}

	/**
	 * Starts the store. Its threads keep the process alive.
	 * @param arguments what follows the command's name
	 * @param out says where the store is, once it is there
	 */
	public static void run(List<String> arguments, PrintStream out) {
		CommandLine line = SYNTAX.parse(arguments);
		if (line.helpAsked()) {
			out.print(SYNTAX.usage());
			return;
		}
		int port = port(line.value("port", "0"));
		DataDirectory data = DataDirectory.open(Path.of(line.value("data", "./data")), "store");
		Secrets secrets = data.secrets();
		EmbeddedObjectStore store = EmbeddedObjectStore.start(new ObjectStoreSettings(data.path("objects"), port,
				secrets.s3AccessKey(), secrets.s3SecretKey(), DataDirectory.BUCKET));
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(store, data), "stop"));
		out.println("Ready: " + store.endpoint());
	}

	private static int port(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw new UsageException("Not a port: " + text, SYNTAX.usage());
		}
	}

	private static void stop(EmbeddedObjectStore store, DataDirectory data) {
		try (data; store) {
			// Closed in this order: the folder is held until nothing writes to it.
		}
		catch (Exception ex) {
			throw new StartException("The object store did not stop: " + ex.getMessage(), ex);
		}
	}

}
