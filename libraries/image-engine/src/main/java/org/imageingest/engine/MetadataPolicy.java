package org.imageingest.engine;

/**
 * Which metadata is kept in the image's document. Sizes and orientation always are;
 * variants never carry any.
 *
 * @param preserveTimestamps when the photo was taken
 * @param preserveCameraInfo maker and model of the camera
 * @param preserveGps where the photo was taken
 * @param preserveDeviceSerial serial number of the camera
 * @param preserveDescriptive title, caption, keywords and copyright
 */
public record MetadataPolicy(boolean preserveTimestamps, boolean preserveCameraInfo, boolean preserveGps,
		boolean preserveDeviceSerial, boolean preserveDescriptive) {

	/**
	 * Returns the policy used where nothing else is configured: timestamps and camera are
	 * kept, everything that tells where, by whom or with which device is not.
	 * @return the default policy
	 */
	public static MetadataPolicy standard() {
		return new MetadataPolicy(true, true, false, false, false);
	}

	/**
	 * Keeps where the photo was taken as well.
	 * @return the same policy but for that
	 */
	public MetadataPolicy withGps() {
		return new MetadataPolicy(this.preserveTimestamps, this.preserveCameraInfo, true, this.preserveDeviceSerial,
				this.preserveDescriptive);
	}

}
