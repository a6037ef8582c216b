package org.imageingest.engine.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.worker.protocol.Answer;
import org.imageingest.engine.worker.protocol.Answer.MadeVariant;
import org.imageingest.model.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts into an answer whatever becomes of a photo, errors excepted: those end the worker.
 */
final class AnsweringEngine {

	private static final Logger logger = LoggerFactory.getLogger(AnsweringEngine.class);

	private final ImageEngine engine;

	AnsweringEngine(ImageEngine engine) {
		this.engine = engine;
	}

	Answer answer(EngineRequest request) {
		try {
			return made(request, this.engine.process(request));
		}
		catch (ProblemException ex) {
			return new Answer.Refused(ex.problem());
		}
		catch (IOException ex) {
			return new Answer.FailedForNow(ex.toString());
		}
		catch (RuntimeException ex) {
			logger.error("The engine has a fault", ex);
			return new Answer.Faulty(ex.toString());
		}
	}

	private static Answer made(EngineRequest request, EngineResult result) {
		List<MadeVariant> variants = new ArrayList<>();
		for (RenderedVariant variant : result.variants()) {
			int index = request.recipe().variants().indexOf(variant.variant());
			variants.add(new MadeVariant(index, variant.width(), variant.height()));
		}
		return new Answer.Made(result.engine(), result.format(), result.metadata(), result.removed(), variants,
				result.warnings(), result.placeholder(), result.strippedOriginal() != null);
	}

}
