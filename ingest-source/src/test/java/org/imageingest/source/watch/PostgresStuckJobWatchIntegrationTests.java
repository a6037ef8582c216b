package org.imageingest.source.watch;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.PostgresServer;

/**
 * On the database of production.
 */
class PostgresStuckJobWatchIntegrationTests extends StuckJobWatchContract {

	@Override
	JobDatabase open() {
		return PostgresServer.shared().newDatabase();
	}

}
