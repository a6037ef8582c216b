package org.imageingest.source.retry;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.PostgresServer;

/**
 * On the database of production.
 */
class PostgresJobRetryIntegrationTests extends JobRetryContract {

	@Override
	JobDatabase open() {
		return PostgresServer.shared().newDatabase();
	}

}
