/**
 * A browser that clicks as a person does, for the page and for Data Flow's dashboard.
 */
@NullMarked
package org.imageingest.endtoend.browser;

import org.jspecify.annotations.NullMarked;
