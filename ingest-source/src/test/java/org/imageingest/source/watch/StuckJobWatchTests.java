package org.imageingest.source.watch;

import org.imageingest.source.JobDatabase;

class StuckJobWatchTests extends StuckJobWatchContract {

	@Override
	JobDatabase open() {
		return new JobDatabase();
	}

}
