/**
 * The engine that runs everywhere: ImageIO, TwelveMonkeys and libwebp by JNI.
 */
@NullMarked
package org.imageingest.engine.portable;

import org.jspecify.annotations.NullMarked;
