package org.imageingest.engine.worker.protocol;

import java.io.IOException;

import org.imageingest.model.storage.GpsPosition;
import org.imageingest.model.storage.ImageMetadata;

/**
 * What was read from a photo and is kept.
 */
final class MetadataCodec implements Codec<ImageMetadata> {

	private static final Codec<GpsPosition> GPS = new GpsCodec();

	@Override
	public void write(ImageMetadata metadata, FieldWriter fields) {
		fields.number(metadata.width());
		fields.number(metadata.height());
		fields.number(metadata.storedWidth());
		fields.number(metadata.storedHeight());
		fields.number(metadata.orientation());
		fields.optional(metadata.animated(), fields::flag);
		fields.optional(metadata.captureDate(), fields::text);
		fields.optional(metadata.captureDateIsLocal(), fields::flag);
		fields.optional(metadata.cameraMake(), fields::text);
		fields.optional(metadata.cameraModel(), fields::text);
		fields.optional(metadata.gps(), (gps) -> fields.value(gps, GPS));
		fields.optional(metadata.deviceSerial(), fields::text);
		fields.optional(metadata.title(), fields::text);
		fields.optional(metadata.caption(), fields::text);
		fields.optional(metadata.keywords(), (keywords) -> fields.list(keywords, fields::text));
		fields.optional(metadata.copyright(), fields::text);
	}

	@Override
	public ImageMetadata read(FieldReader fields) throws IOException {
		return new ImageMetadata(fields.number(), fields.number(), fields.number(), fields.number(), fields.number(),
				fields.optional(fields::flag), fields.optional(fields::text), fields.optional(fields::flag),
				fields.optional(fields::text), fields.optional(fields::text), fields.optional(() -> fields.value(GPS)),
				fields.optional(fields::text), fields.optional(fields::text), fields.optional(fields::text),
				fields.optional(() -> fields.list(fields::text)), fields.optional(fields::text));
	}

	private static final class GpsCodec implements Codec<GpsPosition> {

		@Override
		public void write(GpsPosition position, FieldWriter fields) {
			fields.realNumber(position.latitude());
			fields.realNumber(position.longitude());
		}

		@Override
		public GpsPosition read(FieldReader fields) throws IOException {
			return new GpsPosition(fields.realNumber(), fields.realNumber());
		}

	}

}
