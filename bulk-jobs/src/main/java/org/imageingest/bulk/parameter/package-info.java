/**
 * What jobs are told: words and numbers of job parameters.
 */
@NullMarked
package org.imageingest.bulk.parameter;

import org.jspecify.annotations.NullMarked;
