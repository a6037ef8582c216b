package org.imageingest.source.upload;

import java.nio.file.Path;

import org.imageingest.engine.format.ImageFormat;

/**
 * An uploaded file on disk.
 *
 * @param file where it lies
 * @param bytes size in bytes
 * @param sha256 lower-case hexadecimal SHA-256
 * @param format format judged by content
 */
record ReceivedFile(Path file, long bytes, String sha256, ImageFormat format) {
}
