/**
 * The embedded S3 server.
 */
@NullMarked
package org.imageingest.data.store;

import org.jspecify.annotations.NullMarked;
