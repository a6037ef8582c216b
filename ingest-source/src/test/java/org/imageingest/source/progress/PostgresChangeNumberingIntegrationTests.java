package org.imageingest.source.progress;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.PostgresServer;

/**
 * On the database of production.
 */
class PostgresChangeNumberingIntegrationTests extends ChangeNumberingContract {

	@Override
	JobDatabase open() {
		return PostgresServer.shared().newDatabase();
	}

}
