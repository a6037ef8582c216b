/**
 * The page at {@code /} in a real browser.
 */
@NullMarked
package org.imageingest.endtoend.page;

import org.jspecify.annotations.NullMarked;
