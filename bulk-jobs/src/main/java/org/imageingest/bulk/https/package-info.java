/**
 * Photos on web servers that the operator allows.
 */
@NullMarked
package org.imageingest.bulk.https;

import org.jspecify.annotations.NullMarked;
