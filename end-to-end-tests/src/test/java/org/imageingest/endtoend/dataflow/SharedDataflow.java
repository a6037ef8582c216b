package org.imageingest.endtoend.dataflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageingest.testkit.monitoring.Pushgateway;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * One {@code ./run dataflow} for all classes of a run, as it takes minutes to start. It
 * is handed to whatever method asks for it by a parameter, and stopped behind the last
 * class: nothing of it may run on.
 */
final class SharedDataflow implements BeforeEachCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(SharedDataflow.class);

	/** Before each, so that each is named among the skipped. */
	@Override
	public void beforeEach(ExtensionContext context) {
		assumeThat(Needed.missing()).as("missing here").isEmpty();
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == DataflowProcess.class || type == Pushgateway.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Running running = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Running.class, (key) -> Running.launch(), Running.class);
		return (parameter.getParameter().getType() == Pushgateway.class) ? running.pushgateway()
				: running.process().awaitReady();
	}

	private record Running(Path folder, Pushgateway pushgateway, DataflowProcess process) implements AutoCloseable {

		static Running launch() {
			try {
				Path folder = Files.createTempDirectory("dataflow");
				Pushgateway pushgateway = Pushgateway.start(folder.resolve("pushgateway.log"));
				return new Running(folder, pushgateway,
						DataflowProcess.launch(folder.resolve("data"), "--pushgateway", pushgateway.address()));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() throws Exception {
			this.process.close();
			this.pushgateway.close();
			assertThat(this.process.leftovers()).isEmpty();
			FileSystemUtils.deleteRecursively(this.folder);
		}

	}

}
