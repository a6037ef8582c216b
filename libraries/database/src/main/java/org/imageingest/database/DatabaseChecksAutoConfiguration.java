package org.imageingest.database;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/**
 * Checks the database of an app that has one.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
public final class DatabaseChecksAutoConfiguration {

	@Bean
	@ConditionalOnBean(DataSource.class)
	H2DurabilityCheck h2DurabilityCheck(DataSource dataSource) {
		return new H2DurabilityCheck(dataSource);
	}

}
