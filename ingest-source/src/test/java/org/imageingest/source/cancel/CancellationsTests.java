package org.imageingest.source.cancel;

import org.imageingest.source.JobDatabase;

class CancellationsTests extends CancellationsContract {

	@Override
	JobDatabase open() {
		return new JobDatabase();
	}

}
