/**
 * Items that could not be taken, and the report of them.
 */
@NullMarked
package org.imageingest.bulk.skip;

import org.jspecify.annotations.NullMarked;
