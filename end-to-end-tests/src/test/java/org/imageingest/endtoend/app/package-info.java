/**
 * The apps as processes of their own.
 */
@NullMarked
package org.imageingest.endtoend.app;

import org.jspecify.annotations.NullMarked;
