/**
 * Checks of the database at start.
 */
@NullMarked
package org.imageingest.database;

import org.jspecify.annotations.NullMarked;
