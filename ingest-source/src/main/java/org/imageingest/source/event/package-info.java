/**
 * What processor and sink report, applied to the jobs.
 */
@NullMarked
package org.imageingest.source.event;

import org.jspecify.annotations.NullMarked;
