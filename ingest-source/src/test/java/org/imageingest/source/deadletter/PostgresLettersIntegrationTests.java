package org.imageingest.source.deadletter;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.PostgresServer;

/**
 * On the database of production.
 */
class PostgresLettersIntegrationTests extends LettersContract {

	@Override
	JobDatabase open() {
		return PostgresServer.shared().newDatabase();
	}

}
