/**
 * Names of jobs, images and runs, and the one place where an image's name is computed.
 */
@NullMarked
package org.imageingest.model.identity;

import org.jspecify.annotations.NullMarked;
