package org.imageingest.source.upkeep;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.PostgresServer;

/**
 * On the database of production.
 */
class PostgresUpkeepIntegrationTests extends UpkeepContract {

	@Override
	JobDatabase open() {
		return PostgresServer.shared().newDatabase();
	}

}
