package org.imageingest.source.image;

import org.imageingest.source.JobDatabase;

class ImageJobsTests extends ImageJobsContract {

	@Override
	JobDatabase open() {
		return new JobDatabase();
	}

}
