/**
 * Taking a photo in: from the request body to the committed job.
 */
@NullMarked
package org.imageingest.source.upload;

import org.jspecify.annotations.NullMarked;
