/**
 * Access tokens. Needs Spring Security's JOSE support on the class path, which whoever
 * checks tokens has.
 */
@NullMarked
package org.imageingest.testkit.token;

import org.jspecify.annotations.NullMarked;
