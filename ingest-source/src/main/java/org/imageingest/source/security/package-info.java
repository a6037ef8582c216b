/**
 * Who may do what.
 */
@NullMarked
package org.imageingest.source.security;

import org.jspecify.annotations.NullMarked;
