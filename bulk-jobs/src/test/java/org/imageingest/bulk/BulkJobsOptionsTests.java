package org.imageingest.bulk;

import org.imageingest.testkit.options.AppOptionsContract;

class BulkJobsOptionsTests extends AppOptionsContract {

}
