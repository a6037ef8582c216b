/**
 * The source of the stream: takes photos by REST and knows what became of each.
 */
@NullMarked
package org.imageingest.source;

import org.jspecify.annotations.NullMarked;
