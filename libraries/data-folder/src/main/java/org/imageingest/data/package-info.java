/**
 * The data folder: who holds it, what runs on it, and its secrets.
 */
@NullMarked
package org.imageingest.data;

import org.jspecify.annotations.NullMarked;
