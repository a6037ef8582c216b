/**
 * The stream app that turns an uploaded photo into variants and metadata.
 * {@link org.imageingest.processor.ImageResizing} is the place to start reading.
 */
@NullMarked
package org.imageingest.processor;

import org.jspecify.annotations.NullMarked;
