package org.imageingest.source.job;

import javax.sql.DataSource;

import org.imageingest.source.PostgresServer;

class PostgresMigrationsIntegrationTests extends MigrationsContract {

	@Override
	DataSource open() {
		return PostgresServer.shared().newDataSource();
	}

}
