/**
 * The embedded S3 server.
 */
@NullMarked
package org.imageingest.standalone.store;

import org.jspecify.annotations.NullMarked;
