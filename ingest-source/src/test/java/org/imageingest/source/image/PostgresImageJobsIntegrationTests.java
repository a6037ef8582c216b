package org.imageingest.source.image;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.PostgresServer;

/**
 * On the database of production.
 */
class PostgresImageJobsIntegrationTests extends ImageJobsContract {

	@Override
	JobDatabase open() {
		return PostgresServer.shared().newDatabase();
	}

}
