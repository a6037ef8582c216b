/**
 * A whole collection of files through the service, compared with what is known of them.
 */
@NullMarked
package org.imageingest.bench.corpus;

import org.jspecify.annotations.NullMarked;
