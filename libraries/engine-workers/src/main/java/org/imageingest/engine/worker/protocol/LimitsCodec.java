package org.imageingest.engine.worker.protocol;

import java.io.IOException;

import org.imageingest.engine.ImageLimits;

/**
 * What is refused before decoding.
 */
final class LimitsCodec implements Codec<ImageLimits> {

	@Override
	public void write(ImageLimits limits, FieldWriter fields) {
		fields.longNumber(limits.maxPixels());
		fields.number(limits.maxSide());
		fields.number(limits.maxFrames());
		fields.number(limits.maxScans());
	}

	@Override
	public ImageLimits read(FieldReader fields) throws IOException {
		return new ImageLimits(fields.longNumber(), fields.number(), fields.number(), fields.number());
	}

}
