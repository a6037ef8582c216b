/**
 * What the stream apps say to each other: JSON under 64 KiB, object keys instead of image
 * bytes.
 */
@NullMarked
package org.imageingest.model.message;

import org.jspecify.annotations.NullMarked;
