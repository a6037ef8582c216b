package org.imageingest.standalone.files;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ImageUrls;

/**
 * Links to the objects that this process serves itself. A link covers one key until one
 * moment: neither can be changed without the signing key.
 */
final class FileLinks implements ImageUrls {

	static final String PATH = "/files/";

	private static final String ALGORITHM = "HmacSHA256";

	private final URI base;

	private final SecretKeySpec signingKey;

	private final Clock clock;

	/**
	 * Makes the links of a service.
	 * @param base where clients reach the service
	 * @param hexKey the signing key
	 * @param clock tells whether a link has expired
	 */
	FileLinks(URI base, String hexKey, Clock clock) {
		this.base = base;
		this.signingKey = new SecretKeySpec(HexFormat.of().parseHex(hexKey), ALGORITHM);
		this.clock = clock;
	}

	@Override
	public URI variant(String key, Instant expiresAt) {
		return link(key, ObjectKeys.IMAGES, expiresAt);
	}

	@Override
	public URI original(String key, Instant expiresAt) {
		return link(key, ObjectKeys.ORIGINALS, expiresAt);
	}

	private URI link(String key, String prefix, Instant expiresAt) {
		if (!key.startsWith(prefix)) {
			throw new IllegalArgumentException("Not a key under " + prefix + ": " + key);
		}
		long expires = expiresAt.getEpochSecond();
		return this.base.resolve(PATH + key + "?expires=" + expires + "&signature=" + signature(key, expires));
	}

	/**
	 * Tells whether a request came by a link of ours that still works.
	 * @param key the object asked for
	 * @param expires the moment named by the request, in seconds since 1970
	 * @param signature the signature named by the request
	 * @return false if the link was changed, has expired, or leads to nothing that may be
	 * shown
	 */
	boolean allows(String key, long expires, String signature) {
		boolean published = key.startsWith(ObjectKeys.IMAGES) || key.startsWith(ObjectKeys.ORIGINALS);
		// The comparison takes the same time wherever the difference is.
		boolean signed = MessageDigest.isEqual(signature(key, expires).getBytes(StandardCharsets.US_ASCII),
				signature.getBytes(StandardCharsets.UTF_8));
		return published && signed && this.clock.instant().getEpochSecond() < expires;
	}

	private String signature(String key, long expires) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.signingKey);
			byte[] signed = mac.doFinal((expires + "\n" + key).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

}
