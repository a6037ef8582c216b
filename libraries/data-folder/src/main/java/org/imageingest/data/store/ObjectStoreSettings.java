package org.imageingest.data.store;

import java.nio.file.Path;

import org.imageingest.data.DataDirectory;
import org.imageingest.data.Secrets;

/**
 * What the embedded S3 server needs to know.
 *
 * @param folder where it keeps its objects
 * @param port TCP port on 127.0.0.1; 0 = any free one
 * @param accessKey the only access key
 * @param secretKey the secret key that belongs to it
 * @param bucket the bucket to have ready
 */
public record ObjectStoreSettings(Path folder, int port, String accessKey, String secretKey, String bucket) {

	private static final int ANY_FREE_PORT = 0;

	/**
	 * Returns the settings of the server over the objects of a data folder.
	 * @param data the folder, held by this process
	 * @return the same for every program that works on the folder, but for the port
	 */
	public static ObjectStoreSettings of(DataDirectory data) {
		Secrets secrets = data.secrets();
		return new ObjectStoreSettings(data.path("objects"), ANY_FREE_PORT, secrets.s3AccessKey(),
				secrets.s3SecretKey(), DataDirectory.BUCKET);
	}

	@Override
	public String toString() {
		return "ObjectStoreSettings[folder=%s, port=%d, bucket=%s]".formatted(this.folder, this.port, this.bucket);
	}

}
