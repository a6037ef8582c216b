/**
 * Jobs in short, as told in lists and streams, and the list of an owner's jobs.
 */
@NullMarked
package org.imageingest.source.listing;

import org.jspecify.annotations.NullMarked;
