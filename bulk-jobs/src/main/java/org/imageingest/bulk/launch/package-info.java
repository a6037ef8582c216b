/**
 * Starts a job, or takes it up where it stopped.
 */
@NullMarked
package org.imageingest.bulk.launch;

import org.jspecify.annotations.NullMarked;
