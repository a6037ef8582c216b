/**
 * What the images of the apps are made of and how they are started, as far as that can be
 * proven without an engine for containers.
 */
@NullMarked
package org.imageingest.endtoend.container;

import org.jspecify.annotations.NullMarked;
