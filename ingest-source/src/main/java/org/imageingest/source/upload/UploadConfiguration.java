package org.imageingest.source.upload;

import java.io.IOException;
import java.nio.file.Path;

import javax.sql.DataSource;

import org.imageingest.database.PostgresDurabilityCheck;
import org.imageingest.source.IngestProperties;
import org.imageingest.workspace.Workspace;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What taking photos in stands on: a folder where they lie until they are staged, and a
 * database that keeps promises.
 */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

	/** What is answered 202 has to outlive a crash of the database. */
	@Bean
	PostgresDurabilityCheck postgresDurabilityCheck(DataSource dataSource) {
		return new PostgresDurabilityCheck(dataSource);
	}

	@Bean
	Workspace workspace(IngestProperties properties) throws IOException {
		Path configured = properties.workDirectory();
		return Workspace.open((configured != null) ? configured : Workspace.usualRoot("ingest-source"));
	}

}
