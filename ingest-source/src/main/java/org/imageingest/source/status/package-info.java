/**
 * What a client is told about its job.
 */
@NullMarked
package org.imageingest.source.status;

import org.jspecify.annotations.NullMarked;
