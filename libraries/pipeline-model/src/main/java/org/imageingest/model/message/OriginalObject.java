package org.imageingest.model.message;

/**
 * The uploaded file in staging.
 *
 * @param key object key
 * @param contentType media type of the detected format
 * @param ext file extension of the detected format, without dot
 * @param bytes size in bytes
 * @param sha256 lower-case hexadecimal SHA-256 of the uploaded bytes
 */
public record OriginalObject(String key, String contentType, String ext, long bytes, String sha256) {
}
