package org.imageingest.engine.worker.protocol;

import java.io.IOException;
import java.util.Set;

import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.format.ImageFormat;

/**
 * What an engine is made of.
 */
final class DescriptionCodec implements Codec<EngineDescription> {

	@Override
	public void write(EngineDescription description, FieldWriter fields) {
		fields.text(description.name());
		fields.list(description.libraries(), fields::text);
		fields.list(description.formats(), fields::constant);
		fields.list(description.hints(), fields::text);
	}

	@Override
	public EngineDescription read(FieldReader fields) throws IOException {
		return new EngineDescription(fields.text(), fields.list(fields::text),
				Set.copyOf(fields.list(() -> fields.constant(ImageFormat.class))), fields.list(fields::text));
	}

}
