/**
 * What holds for the options of every app.
 */
@NullMarked
package org.imageingest.testkit.options;

import org.jspecify.annotations.NullMarked;
