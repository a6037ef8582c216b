package org.imageingest.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/**
 * The key pair that access tokens are signed and checked with.
 *
 * @param privateKey PKCS#8 file
 * @param publicKey X.509 file
 */
public record TokenKeyFiles(Path privateKey, Path publicKey) {

	private static final int KEY_BITS = 2048;

	private static final int PEM_LINE = 64;

	static TokenKeyFiles in(Path folder) throws IOException {
		TokenKeyFiles files = new TokenKeyFiles(folder.resolve("token-private.pem"),
				folder.resolve("token-public.pem"));
		// The private key is written last: where it is, its public key is too.
		if (!Files.exists(files.privateKey)) {
			KeyPair keys = newKeys();
			PrivateFiles.replace(files.publicKey, pem("PUBLIC KEY", keys.getPublic().getEncoded()));
			PrivateFiles.replace(files.privateKey, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
		}
		return files;
	}

	private static KeyPair newKeys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(KEY_BITS);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has RSA", ex);
		}
	}

	private static String pem(String label, byte[] der) {
		String body = Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
		return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body);
	}

}
