/**
 * Checks of the database at start.
 */
@NullMarked
package org.imageingest.source.database;

import org.jspecify.annotations.NullMarked;
