/**
 * The job that makes the variants of published images anew.
 */
@NullMarked
package org.imageingest.bulk.reprocess;

import org.jspecify.annotations.NullMarked;
