package org.imageingest.source.upkeep;

import org.imageingest.source.JobDatabase;

class UpkeepTests extends UpkeepContract {

	@Override
	JobDatabase open() {
		return new JobDatabase();
	}

}
