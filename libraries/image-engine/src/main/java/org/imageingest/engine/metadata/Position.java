package org.imageingest.engine.metadata;

import com.drew.lang.GeoLocation;
import com.drew.metadata.exif.GpsDirectory;
import org.imageingest.model.storage.GpsPosition;
import org.jspecify.annotations.Nullable;

/**
 * Where a photo was taken.
 */
final class Position {

	private static final double MAX_LATITUDE = 90;

	private static final double MAX_LONGITUDE = 180;

	private Position() {
	}

	static @Nullable GpsPosition of(ExifTags tags) {
		for (GpsDirectory directory : tags.all(GpsDirectory.class)) {
			GeoLocation location = directory.getGeoLocation();
			if (location != null && isReal(location)) {
				return new GpsPosition(location.getLatitude(), location.getLongitude());
			}
		}
		return null;
	}

	/**
	 * Receivers without a fix write zeros.
	 */
	private static boolean isReal(GeoLocation location) {
		return !location.isZero() && Math.abs(location.getLatitude()) <= MAX_LATITUDE
				&& Math.abs(location.getLongitude()) <= MAX_LONGITUDE;
	}

}
