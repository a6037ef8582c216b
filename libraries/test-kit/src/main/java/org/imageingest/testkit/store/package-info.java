/**
 * An object store for tests.
 */
@NullMarked
package org.imageingest.testkit.store;

import org.jspecify.annotations.NullMarked;
