package org.imageingest.standalone.store;

import java.nio.file.Path;

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

	@Override
	public String toString() {
		return "ObjectStoreSettings[folder=%s, port=%d, bucket=%s]".formatted(this.folder, this.port, this.bucket);
	}

}
