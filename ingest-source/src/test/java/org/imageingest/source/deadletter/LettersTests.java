package org.imageingest.source.deadletter;

import org.imageingest.source.JobDatabase;

class LettersTests extends LettersContract {

	@Override
	JobDatabase open() {
		return new JobDatabase();
	}

}
