/**
 * Programs that watch the pipeline.
 */
@NullMarked
package org.imageingest.testkit.monitoring;

import org.jspecify.annotations.NullMarked;
