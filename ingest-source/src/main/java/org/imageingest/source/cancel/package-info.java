/**
 * Calling off jobs. The reason is committed first, then the claim goes: the staged
 * original, without which the pipeline does not go on.
 */
@NullMarked
package org.imageingest.source.cancel;

import org.jspecify.annotations.NullMarked;
