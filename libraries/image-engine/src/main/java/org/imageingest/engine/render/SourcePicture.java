package org.imageingest.engine.render;

import java.nio.file.Path;
import java.util.Set;

import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.ColourTags;

/**
 * A picture to be decoded.
 *
 * @param path the file
 * @param header its header
 * @param colour what it says about its colours
 * @param orientation how the stored pixels are turned, 1 to 8 (Exif 3.0, 4.6.4.1)
 * @param warnings receives what the client should know, in the words of
 * {@link org.imageingest.engine.EngineWarnings}
 */
public record SourcePicture(Path path, ImageHeader header, ColourTags colour, int orientation, Set<String> warnings) {
}
