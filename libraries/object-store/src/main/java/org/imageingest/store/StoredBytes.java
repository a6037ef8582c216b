package org.imageingest.store;

import java.time.Instant;

/**
 * A small object, read whole.
 *
 * @param content its bytes
 * @param eTag its entity tag, for a conditional write
 * @param lastModified when it was written, by the store's clock
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
public record StoredBytes(byte[] content, String eTag, Instant lastModified) {
}
