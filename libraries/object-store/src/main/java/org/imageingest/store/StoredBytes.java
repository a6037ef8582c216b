package org.imageingest.store;

/**
 * A small object, read whole.
 *
 * @param content its bytes
 * @param eTag its entity tag, for a conditional write
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
public record StoredBytes(byte[] content, String eTag) {
}
