package org.imageingest.engine.portable;

import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;

import org.jspecify.annotations.Nullable;

/**
 * The pixels of a photo as stored.
 *
 * @param image the pixels; their colour model counts for the layout only
 * @param profile what the values mean; sRGB if absent
 */
record DecodedPicture(BufferedImage image, @Nullable ICC_Profile profile) {
}
