package org.imageingest.model.message;

/**
 * A JPEG in staging that the client brought as the picture of a RAW.
 *
 * @param key object key
 * @param bytes size in bytes
 * @param sha256 lower-case hexadecimal SHA-256
 */
public record PreviewObject(String key, long bytes, String sha256) {
}
