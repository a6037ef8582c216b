/**
 * Calls into C libraries that lie on this machine.
 */
@NullMarked
package org.imageingest.engine.foreign;

import org.jspecify.annotations.NullMarked;
