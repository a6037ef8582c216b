package org.imageingest.processor;

import org.imageingest.testkit.options.AppOptionsContract;

class ResizeProcessorOptionsTests extends AppOptionsContract {

}
