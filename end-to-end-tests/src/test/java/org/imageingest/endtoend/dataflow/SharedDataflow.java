package org.imageingest.endtoend.dataflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
		return parameter.getParameter().getType() == DataflowProcess.class;
	}

	@Override
	public DataflowProcess resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Running.class, (key) -> Running.launch(), Running.class)
			.process()
			.awaitReady();
	}

	private record Running(Path folder, DataflowProcess process) implements AutoCloseable {

		static Running launch() {
			try {
				Path folder = Files.createTempDirectory("dataflow");
				return new Running(folder, DataflowProcess.launch(folder.resolve("data")));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() throws Exception {
			this.process.close();
			assertThat(this.process.leftovers()).isEmpty();
			FileSystemUtils.deleteRecursively(this.folder);
		}

	}

}
