package org.imageingest.engine.worker.protocol;

import java.io.IOException;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.worker.protocol.Answer.Made;
import org.imageingest.engine.worker.protocol.Answer.MadeVariant;
import org.imageingest.model.storage.ImageMetadata;

/**
 * What an engine made of a photo.
 */
final class MadeCodec implements Codec<Made> {

	private static final Codec<ImageMetadata> METADATA = new MetadataCodec();

	private static final Codec<MadeVariant> VARIANT = new VariantCodec();

	@Override
	public void write(Made made, FieldWriter fields) {
		fields.text(made.engine());
		fields.constant(made.format());
		fields.value(made.metadata(), METADATA);
		fields.list(made.removed(), fields::text);
		fields.list(made.variants(), (variant) -> fields.value(variant, VARIANT));
		fields.list(made.warnings(), fields::text);
		fields.optional(made.placeholder(), fields::text);
		fields.flag(made.strippedOriginal());
	}

	@Override
	public Made read(FieldReader fields) throws IOException {
		return new Made(fields.text(), fields.constant(ImageFormat.class), fields.value(METADATA),
				fields.list(fields::text), fields.list(() -> fields.value(VARIANT)), fields.list(fields::text),
				fields.optional(fields::text), fields.flag());
	}

	private static final class VariantCodec implements Codec<MadeVariant> {

		@Override
		public void write(MadeVariant variant, FieldWriter fields) {
			fields.number(variant.index());
			fields.number(variant.width());
			fields.number(variant.height());
		}

		@Override
		public MadeVariant read(FieldReader fields) throws IOException {
			return new MadeVariant(fields.number(), fields.number(), fields.number());
		}

	}

}
