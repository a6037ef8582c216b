/**
 * Whether the service works, and whether it takes uploads.
 */
@NullMarked
package org.imageingest.source.health;

import org.jspecify.annotations.NullMarked;
