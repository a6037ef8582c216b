/**
 * Makes sure that a job instance is worked on by one process at a time.
 */
@NullMarked
package org.imageingest.bulk.lease;

import org.jspecify.annotations.NullMarked;
