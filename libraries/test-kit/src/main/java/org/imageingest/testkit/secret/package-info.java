/**
 * Photos in which secrets are planted wherever a format has room for them, and the search
 * for these secrets. {@link org.imageingest.testkit.secret.PlantedPhoto} is the place to
 * start reading.
 */
@NullMarked
package org.imageingest.testkit.secret;

import org.jspecify.annotations.NullMarked;
