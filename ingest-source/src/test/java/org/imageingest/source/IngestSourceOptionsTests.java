package org.imageingest.source;

import org.imageingest.testkit.options.AppOptionsContract;

class IngestSourceOptionsTests extends AppOptionsContract {

}
