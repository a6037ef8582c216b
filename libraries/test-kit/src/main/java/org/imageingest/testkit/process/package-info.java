/**
 * Processes that tests start, kill and start again.
 */
@NullMarked
package org.imageingest.testkit.process;

import org.jspecify.annotations.NullMarked;
