package org.imageingest.source.retry;

import org.imageingest.source.JobDatabase;

class JobRetryTests extends JobRetryContract {

	@Override
	JobDatabase open() {
		return new JobDatabase();
	}

}
