/**
 * What the standalone keeps when it is killed, when its data folder is moved, and when a
 * part of it fails.
 */
@NullMarked
package org.imageingest.durability;

import org.jspecify.annotations.NullMarked;
