package org.imageingest.store;

import java.net.URI;
import java.time.Instant;

/**
 * Makes the addresses under which clients fetch published objects. An address works as it
 * stands, without a header.
 */
public interface ImageUrls {

	/**
	 * Makes the address of a variant.
	 * @param key object key under {@code images/}
	 * @param expiresAt until when a signed address has to work
	 * @return absolute address
	 */
	URI variant(String key, Instant expiresAt);

	/**
	 * Makes the address of an original, which browsers save instead of showing it.
	 * @param key object key under {@code originals/}
	 * @param expiresAt until when a signed address has to work
	 * @return absolute address
	 */
	URI original(String key, Instant expiresAt);

}
