package org.imageingest.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secrets of a data folder: made once, kept in files that only their owner can read,
 * part of a backup.
 *
 * @param identityKey the key that image identifiers are derived from, hexadecimal; losing
 * it makes every stored image another one
 * @param s3AccessKey access key of the object store
 * @param s3SecretKey secret key of the object store
 * @param brokerPassword password of the broker
 * @param filesKey signs the links to files, hexadecimal
 * @param tokenKeys signs the access tokens
 */
public record Secrets(String identityKey, String s3AccessKey, String s3SecretKey, String brokerPassword,
		String filesKey, TokenKeyFiles tokenKeys) {

	private static final int KEY_BYTES = 32;

	private static final int NAME_BYTES = 10;

	/**
	 * Reads the secrets of a folder and makes those that are absent. Two processes may do
	 * so at once: the first one makes them, the other one reads.
	 * @param folder the data folder
	 * @return the secrets
	 * @throws StartException if they cannot be read or written
	 */
	public static Secrets of(DataFolder folder) {
		Path secrets = folder.path("secrets");
		try {
			PrivateFiles.makeFolder(secrets);
			try (FileChannel channel = FileChannel.open(secrets.resolve(".lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				channel.lock();
				return new Secrets(secret(secrets, "identity-key", KEY_BYTES),
						secret(secrets, "s3-access-key", NAME_BYTES), secret(secrets, "s3-secret-key", KEY_BYTES),
						secret(secrets, "broker-password", KEY_BYTES), secret(secrets, "files-key", KEY_BYTES),
						TokenKeyFiles.in(secrets));
			}
		}
		catch (IOException ex) {
			throw new StartException("The secrets in %s cannot be read or made: %s".formatted(secrets, ex), ex);
		}
	}

	private static String secret(Path folder, String name, int bytes) throws IOException {
		Path file = folder.resolve(name);
		if (!Files.exists(file)) {
			byte[] random = new byte[bytes];
			new SecureRandom().nextBytes(random);
			PrivateFiles.replace(file, HexFormat.of().formatHex(random) + "\n");
		}
		return Files.readString(file).strip();
	}

	public String brokerUser() {
		return "pipeline";
	}

	@Override
	public String toString() {
		return "Secrets[not shown]";
	}

}
