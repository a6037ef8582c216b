package org.imageingest.engine.worker.protocol;

import java.io.IOException;

import org.imageingest.engine.EngineDescription;

/**
 * The first message of a worker.
 */
final class HelloCodec implements Codec<Hello> {

	/** Raised with every change of any message. */
	private static final int VERSION = 3;

	private static final Codec<EngineDescription> DESCRIPTION = new DescriptionCodec();

	@Override
	public void write(Hello hello, FieldWriter fields) {
		fields.number(VERSION);
		fields.longNumber(hello.pid());
		fields.optional(hello.engine(), (engine) -> fields.value(engine, DESCRIPTION));
		fields.list(hello.notes(), fields::text);
	}

	@Override
	public Hello read(FieldReader fields) throws IOException {
		int version = fields.number();
		if (version != VERSION) {
			throw new ProtocolException("The worker speaks version " + version + " instead of " + VERSION);
		}
		return new Hello(fields.longNumber(), fields.optional(() -> fields.value(DESCRIPTION)),
				fields.list(fields::text));
	}

}
