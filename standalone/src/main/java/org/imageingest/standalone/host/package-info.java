/**
 * Protection against DNS rebinding.
 */
@NullMarked
package org.imageingest.standalone.host;

import org.jspecify.annotations.NullMarked;
