package org.imageingest.bulk.item;

/**
 * Address of an object or a prefix. Keys are taken as they are: nothing in them is
 * escaped.
 *
 * @param bucket name of the bucket
 * @param key object key or prefix, without a leading slash; may be empty
 */
record S3Uri(String bucket, String key) {

	static final String SCHEME = "s3://";

	/**
	 * Reads an address.
	 * @param text {@code s3://bucket/key}
	 * @return the address
	 * @throws SourceException if there is no bucket in it
	 */
	static S3Uri parse(String text) {
		String rest = text.substring(SCHEME.length());
		int slash = rest.indexOf('/');
		String bucket = (slash < 0) ? rest : rest.substring(0, slash);
		if (bucket.isEmpty()) {
			throw new SourceException("'" + text + "' names no bucket: s3://BUCKET/PREFIX is expected");
		}
		return new S3Uri(bucket, (slash < 0) ? "" : rest.substring(slash + 1));
	}

	@Override
	public String toString() {
		return SCHEME + this.bucket + "/" + this.key;
	}

}
