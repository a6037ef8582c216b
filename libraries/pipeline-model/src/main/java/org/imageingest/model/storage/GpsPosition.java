package org.imageingest.model.storage;

/**
 * A position on earth (WGS 84).
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
public record GpsPosition(double latitude, double longitude) {
}
