package org.imageingest.engine.portable;

import java.nio.file.Path;
import java.util.Set;

import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.ColourTags;

/**
 * A photo to be decoded.
 *
 * @param path the file
 * @param header its header
 * @param colour what it says about its colours
 * @param warnings receives what the client should know
 */
record SourceFile(Path path, ImageHeader header, ColourTags colour, Set<String> warnings) {
}
