package org.imageingest.model.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret from which image identifiers are derived. The same owner uploading the same
 * bytes gets the same identifier; nobody without the key can tell from an identifier
 * which bytes or which owner it stands for.
 *
 * <p>
 * The key is never rotated: with another key every image would get another name.
 */
public final class IdentityKey {

	/** Least length of the key, in bytes. */
	public static final int MIN_BYTES = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private static final int IMAGE_ID_BYTES = 20;

	private static final int SHA256_BYTES = 32;

	private final SecretKeySpec key;

	private IdentityKey(byte[] secret) {
		this.key = new SecretKeySpec(secret, ALGORITHM);
	}

	/**
	 * Reads a key from its text form.
	 * @param hex at least 64 hexadecimal digits
	 * @return the key
	 * @throws IllegalArgumentException if the text is not hexadecimal or too short
	 */
	public static IdentityKey ofHex(String hex) {
		byte[] secret = HexFormat.of().parseHex(hex.strip());
		if (secret.length < MIN_BYTES) {
			throw new IllegalArgumentException(
					"The identity key has " + secret.length + " bytes, at least " + MIN_BYTES + " are needed");
		}
		return new IdentityKey(secret);
	}

	/**
	 * Computes the name of an image: the first 160 bits of an HMAC-SHA256 over owner,
	 * zero byte and digest, in base32.
	 * @param owner the owner's subject
	 * @param sha256 lower-case hexadecimal SHA-256 of the uploaded bytes
	 * @return {@code img_} and 32 characters
	 * @throws IllegalArgumentException if the digest is not one
	 */
	public String imageId(String owner, String sha256) {
		byte[] digest = HexFormat.of().parseHex(sha256);
		if (digest.length != SHA256_BYTES) {
			throw new IllegalArgumentException("Not a SHA-256 digest: " + sha256);
		}
		Mac mac = mac();
		mac.update(owner.getBytes(StandardCharsets.UTF_8));
		mac.update((byte) 0);
		return "img_" + Base32.encode(Arrays.copyOf(mac.doFinal(digest), IMAGE_ID_BYTES));
	}

	/**
	 * Returns a public mark of this key, by which a store tells whether it was filled
	 * under the same key.
	 * @return 64 hexadecimal digits, which tell nothing about the key
	 */
	public String fingerprint() {
		Mac mac = mac();
		return HexFormat.of().formatHex(mac.doFinal("identity-key-fingerprint".getBytes(StandardCharsets.UTF_8)));
	}

	private Mac mac() {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

}
