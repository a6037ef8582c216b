/**
 * Photos made for tests, and assertions on pictures.
 */
@NullMarked
package org.imageingest.testkit;

import org.jspecify.annotations.NullMarked;
