/**
 * The checkout that the tests run in.
 */
@NullMarked
package org.imageingest.endtoend.checkout;

import org.jspecify.annotations.NullMarked;
