/**
 * The command line. A command is an assignment that the application performs once it is
 * up, so that a task repository sees its beginning and its end.
 */
@NullMarked
package org.imageingest.bulk.command;

import org.jspecify.annotations.NullMarked;
