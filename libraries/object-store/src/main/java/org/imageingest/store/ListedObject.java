package org.imageingest.store;

import java.time.Instant;

/**
 * An object as a listing tells it.
 *
 * @param key object key
 * @param lastModified when it was written, by the store's clock
 */
public record ListedObject(String key, Instant lastModified) {
}
