/**
 * Processes that die exactly between two steps of their work, without a line of theirs
 * knowing of it: a Java agent puts the deadly call into the one method that is named by a
 * {@link org.imageingest.testkit.crash.CrashPoint} while the class is loaded. Where the
 * agent is absent, so is the call.
 */
@NullMarked
package org.imageingest.testkit.crash;

import org.jspecify.annotations.NullMarked;
