/**
 * A PostgreSQL to test with.
 */
@NullMarked
package org.imageingest.endtoend.database;

import org.jspecify.annotations.NullMarked;
