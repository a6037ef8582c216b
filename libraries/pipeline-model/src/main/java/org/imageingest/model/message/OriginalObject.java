package org.imageingest.model.message;

/**
 * An original in staging: the uploaded file, or a copy of it without its location.
 *
 * @param key object key
 * @param contentType media type of the detected format
 * @param ext file extension of the detected format, without dot
 * @param bytes size in bytes
 * @param sha256 lower-case hexadecimal SHA-256 of these bytes
 */
public record OriginalObject(String key, String contentType, String ext, long bytes, String sha256) {
}
