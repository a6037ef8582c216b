package org.imageingest.source.progress;

import org.imageingest.source.JobDatabase;

class ChangeNumberingTests extends ChangeNumberingContract {

	@Override
	JobDatabase open() {
		return new JobDatabase();
	}

}
