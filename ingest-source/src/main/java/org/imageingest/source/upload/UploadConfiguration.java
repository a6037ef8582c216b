package org.imageingest.source.upload;

import java.io.IOException;
import java.nio.file.Path;

import org.imageingest.source.IngestProperties;
import org.imageingest.workspace.Workspace;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where uploads lie until they are staged.
 */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

	@Bean
	Workspace workspace(IngestProperties properties) throws IOException {
		Path configured = properties.workDirectory();
		return Workspace.open((configured != null) ? configured
				: Path.of(System.getProperty("java.io.tmpdir"), "image-ingest", "ingest-source"));
	}

}
