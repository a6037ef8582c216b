package org.imageingest.endtoend.dataflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.endtoend.checkout.Checkout;
import org.imageingest.testkit.monitoring.Pushgateway;
import org.imageingest.testkit.process.Program;

/**
 * What has to be on a machine that runs {@code ./run dataflow}.
 */
final class Needed {

	private static final Path JVMS = Path.of("/usr/lib/jvm");

	private Needed() {
	}

	/**
	 * Tells what is missing here.
	 * @return words for a person; empty if all is here
	 */
	static List<String> missing() {
		return Stream
			.of(missing("a Java 17 (java-17-* in " + JVMS + ", or DATAFLOW_JAVA_HOME)", olderJava()),
					missing("RabbitMQ (/usr/lib/rabbitmq/bin)",
							Files.isExecutable(Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server"))),
					missing("PostgreSQL (/usr/lib/postgresql)", Files.isDirectory(Path.of("/usr/lib/postgresql"))),
					missing("psql", onPath("psql")), missing("curl", onPath("curl")),
					missing("prometheus-pushgateway", Pushgateway.isHere()),
					missing("the Data Flow servers (./mvnw -f stream-definitions/dataflow-server/pom.xml package)",
							Files
								.exists(Checkout.path("stream-definitions/dataflow-server/target/skipper-server.jar"))))
			.flatMap(List::stream)
			.toList();
	}

	private static List<String> missing(String what, boolean here) {
		return here ? List.of() : List.of(what);
	}

	private static boolean olderJava() {
		if (System.getenv("DATAFLOW_JAVA_HOME") != null) {
			return true;
		}
		try (Stream<Path> folders = Files.list(JVMS)) {
			return folders.anyMatch((folder) -> folder.getFileName().toString().matches(".*(17|21).*"));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean onPath(String program) {
		return Program.find(program).isPresent();
	}

}
