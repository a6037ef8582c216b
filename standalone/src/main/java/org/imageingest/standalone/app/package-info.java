/**
 * The three apps, each an application in its own right.
 */
@NullMarked
package org.imageingest.standalone.app;

import org.jspecify.annotations.NullMarked;
