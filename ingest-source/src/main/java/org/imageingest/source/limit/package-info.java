/**
 * How much one owner may ask of the service.
 */
@NullMarked
package org.imageingest.source.limit;

import org.jspecify.annotations.NullMarked;
