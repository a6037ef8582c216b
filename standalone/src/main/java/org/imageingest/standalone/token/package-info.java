/**
 * Access tokens, signed with the key of the data folder.
 */
@NullMarked
package org.imageingest.standalone.token;

import org.jspecify.annotations.NullMarked;
