/**
 * Makes variants and metadata of photos on the local disk, in worker processes.
 * {@link org.imageingest.photo.PhotoProcessingConfiguration} is what an app imports.
 */
@NullMarked
package org.imageingest.photo;

import org.jspecify.annotations.NullMarked;
