package org.imageingest.sink;

import org.imageingest.testkit.options.AppOptionsContract;

class S3SinkOptionsTests extends AppOptionsContract {

}
