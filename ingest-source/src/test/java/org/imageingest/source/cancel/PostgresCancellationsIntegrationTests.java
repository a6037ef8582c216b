package org.imageingest.source.cancel;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.PostgresServer;

/**
 * On the database of production.
 */
class PostgresCancellationsIntegrationTests extends CancellationsContract {

	@Override
	JobDatabase open() {
		return PostgresServer.shared().newDatabase();
	}

}
