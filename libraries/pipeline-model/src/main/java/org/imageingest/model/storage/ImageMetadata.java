package org.imageingest.model.storage;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a photo's metadata. This type is the allow-list: what has no component
 * here is kept nowhere.
 *
 * @param width displayed width in pixels
 * @param height displayed height in pixels
 * @param storedWidth width in pixels as stored, before orientation
 * @param storedHeight height in pixels as stored, before orientation
 * @param orientation the file's orientation tag, 1 to 8; 1 if absent or invalid
 * @param animated true if the file has further frames, otherwise absent
 * @param captureDate {@code 2024-06-15T14:30:00}, with offset where the file tells it
 * @param captureDateIsLocal true if the capture date has no offset, otherwise absent
 * @param cameraMake maker of the camera
 * @param cameraModel model of the camera
 * @param gps where the photo was taken; only where the operator keeps it, or allows it to
 * be kept and the owner wants it
 * @param deviceSerial serial number of the camera; only where the operator keeps it
 * @param title descriptive title; only where the operator keeps it
 * @param caption descriptive text; only where the operator keeps it
 * @param keywords descriptive keywords; only where the operator keeps them
 * @param copyright copyright notice; only where the operator keeps it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageMetadata(int width, int height, int storedWidth, int storedHeight, int orientation,
		@Nullable Boolean animated, @Nullable String captureDate, @Nullable Boolean captureDateIsLocal,
		@Nullable String cameraMake, @Nullable String cameraModel, @Nullable GpsPosition gps,
		@Nullable String deviceSerial, @Nullable String title, @Nullable String caption,
		@Nullable List<String> keywords, @Nullable String copyright) {

	ImageMetadata withGps(@Nullable GpsPosition position) {
		return new ImageMetadata(this.width, this.height, this.storedWidth, this.storedHeight, this.orientation,
				this.animated, this.captureDate, this.captureDateIsLocal, this.cameraMake, this.cameraModel, position,
				this.deviceSerial, this.title, this.caption, this.keywords, this.copyright);
	}

}
