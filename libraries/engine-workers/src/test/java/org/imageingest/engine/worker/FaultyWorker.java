package org.imageingest.engine.worker;

import org.imageingest.engine.EngineChoice;
import org.imageingest.engine.ImageEngines;

/**
 * A worker whose engine has faults.
 */
final class FaultyWorker {

	private FaultyWorker() {
	}

	public static void main(String[] args) {
		EngineWorker.serve(args, (choice) -> new FaultyEngine(ImageEngines.create(EngineChoice.PORTABLE)));
	}

}
