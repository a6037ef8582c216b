/**
 * The whole pipeline in one process: broker, S3 server and the three apps.
 */
@NullMarked
package org.imageingest.standalone;

import org.jspecify.annotations.NullMarked;
