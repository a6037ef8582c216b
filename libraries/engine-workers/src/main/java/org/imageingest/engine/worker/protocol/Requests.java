package org.imageingest.engine.worker.protocol;

import java.io.IOException;
import java.nio.file.Path;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.model.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * A photo to be worked on: the only message that a worker is sent.
 */
public final class Requests implements Codec<EngineRequest> {

	/** Writes and reads it. */
	public static final Codec<EngineRequest> CODEC = new Requests();

	private static final Codec<Recipe> RECIPE = new RecipeCodec();

	private static final Codec<MetadataPolicy> POLICY = new PolicyCodec();

	private static final Codec<ImageLimits> LIMITS = new LimitsCodec();

	private Requests() {
	}

	@Override
	public void write(EngineRequest request, FieldWriter fields) {
		// The worker has a working directory of its own.
		fields.text(absolute(request.source()));
		fields.optional(request.preview(), (preview) -> fields.text(absolute(preview)));
		fields.value(request.recipe(), RECIPE);
		fields.value(request.policy(), POLICY);
		fields.value(request.limits(), LIMITS);
		fields.text(absolute(request.outputDirectory()));
		fields.number(request.threads());
		fields.flag(request.stripLocation());
	}

	@Override
	public EngineRequest read(FieldReader fields) throws IOException {
		return new EngineRequest(Path.of(fields.text()), path(fields.optional(fields::text)), fields.value(RECIPE),
				fields.value(POLICY), fields.value(LIMITS), Path.of(fields.text()), fields.number(), fields.flag());
	}

	private static String absolute(Path file) {
		return file.toAbsolutePath().toString();
	}

	private static @Nullable Path path(@Nullable String text) {
		return (text != null) ? Path.of(text) : null;
	}

}
