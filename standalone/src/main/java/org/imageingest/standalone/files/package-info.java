/**
 * Objects served to browsers by links that expire.
 */
@NullMarked
package org.imageingest.standalone.files;

import org.jspecify.annotations.NullMarked;
