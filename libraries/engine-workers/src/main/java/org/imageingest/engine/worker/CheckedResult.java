package org.imageingest.engine.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.worker.protocol.Answer.Made;
import org.imageingest.engine.worker.protocol.Answer.MadeVariant;
import org.imageingest.engine.worker.protocol.ProtocolException;
import org.imageingest.model.recipe.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Takes the word of a worker only for what can be right. Names, formats and places of the
 * variants are those that were asked for, never those that it says.
 */
final class CheckedResult {

	/** Engines, warnings and groups of tags are words that clients are told. */
	private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_:.-]{0,99}");

	/** A ThumbHash has 5 to 25 bytes. */
	private static final Pattern PLACEHOLDER = Pattern.compile("[A-Za-z0-9+/]{6,34}={0,2}");

	private static final int MAX_WORDS = 100;

	private CheckedResult() {
	}

	/**
	 * Checks an answer.
	 * @param made the answer
	 * @param request what was asked for
	 * @return the result
	 * @throws ProtocolException if it cannot be right
	 * @throws IOException if the output directory cannot be read
	 */
	static EngineResult of(Made made, EngineRequest request) throws IOException {
		checkWords(List.of(made.engine()));
		checkWords(made.removed());
		checkWords(made.warnings());
		List<RenderedVariant> variants = new ArrayList<>();
		int last = -1;
		for (MadeVariant variant : made.variants()) {
			if (variant.index() <= last || variant.index() >= request.recipe().variants().size()) {
				throw new ProtocolException("There is no variant " + variant.index() + " after " + last);
			}
			last = variant.index();
			variants.add(variant(variant, request.recipe().variants().get(last), request.outputDirectory()));
		}
		return new EngineResult(made.engine(), made.format(), made.metadata(), made.removed(), variants,
				made.warnings(), placeholder(made.placeholder()), strippedOriginal(made, request));
	}

	private static @Nullable String placeholder(@Nullable String said) throws ProtocolException {
		if (said != null && !PLACEHOLDER.matcher(said).matches()) {
			throw new ProtocolException("Not a placeholder: " + said);
		}
		return said;
	}

	/** One that was asked for and is not there must not pass for one without location. */
	private static @Nullable Path strippedOriginal(Made made, EngineRequest request) throws IOException {
		if (!made.strippedOriginal()) {
			return null;
		}
		if (!request.stripLocation()) {
			throw new ProtocolException("Nobody asked for an original without location");
		}
		Path copy = request.outputDirectory().resolve(EngineRequest.STRIPPED_ORIGINAL);
		if (!isWholeFile(copy)) {
			throw new ProtocolException("The original without location is not there");
		}
		return copy;
	}

	private static RenderedVariant variant(MadeVariant made, Variant variant, Path directory) throws IOException {
		if (!isSide(made.width(), variant) || !isSide(made.height(), variant)) {
			throw new ProtocolException(
					"Variant '%s' cannot have %d by %d pixels".formatted(variant.name(), made.width(), made.height()));
		}
		Path file = directory.resolve(variant.fileName());
		if (!isWholeFile(file)) {
			throw new ProtocolException("Variant '%s' is not there".formatted(variant.name()));
		}
		return new RenderedVariant(variant, file, made.width(), made.height());
	}

	/** A link would let it choose any file that the service can read. */
	private static boolean isWholeFile(Path file) throws IOException {
		return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) > 0;
	}

	private static boolean isSide(int pixels, Variant variant) {
		return pixels >= 1 && pixels <= variant.maxDimension();
	}

	private static void checkWords(List<String> words) throws ProtocolException {
		if (words.size() > MAX_WORDS) {
			throw new ProtocolException(words.size() + " words are over the limit of " + MAX_WORDS);
		}
		for (String word : words) {
			if (!WORD.matcher(word).matches()) {
				throw new ProtocolException("Not a word: " + word);
			}
		}
	}

}
