/**
 * The object store as a command of its own.
 */
@NullMarked
package org.imageingest.standalone.store;

import org.jspecify.annotations.NullMarked;
