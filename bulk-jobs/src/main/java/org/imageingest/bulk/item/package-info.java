/**
 * What there is to import: the items of a source, in an order that can be taken up again.
 */
@NullMarked
package org.imageingest.bulk.item;

import org.jspecify.annotations.NullMarked;
