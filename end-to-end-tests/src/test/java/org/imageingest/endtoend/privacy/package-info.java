/**
 * What the whole of the pipeline keeps and tells of photos that are full of secrets.
 */
@NullMarked
package org.imageingest.endtoend.privacy;

import org.jspecify.annotations.NullMarked;
