/**
 * The one way to the bucket: plain object access, the single publisher of images, and the
 * addresses under which clients fetch them.
 */
@NullMarked
package org.imageingest.store;

import org.jspecify.annotations.NullMarked;
