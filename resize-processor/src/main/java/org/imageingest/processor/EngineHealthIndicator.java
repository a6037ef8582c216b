package org.imageingest.processor;

import org.imageingest.engine.EngineSelfTest;
import org.imageingest.engine.ImageEngine;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.workspace.TemporaryDirectory;
import org.imageingest.workspace.Workspace;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up while the engine makes the variants of a tiny picture: its libraries load, and the
 * work directory takes files.
 */
final class EngineHealthIndicator extends AbstractHealthIndicator {

	private final ImageEngine engine;

	private final Recipe recipe;

	private final Workspace workspace;

	EngineHealthIndicator(ImageEngine engine, Recipe recipe, Workspace workspace) {
		super("The image engine does not work");
		this.engine = engine;
		this.recipe = recipe;
		this.workspace = workspace;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws Exception {
		try (TemporaryDirectory directory = this.workspace.newDirectory()) {
			EngineSelfTest.run(this.engine, this.recipe, directory.create("self-test"));
		}
		builder.up()
			.withDetail("engine", this.engine.description().name())
			.withDetail("libraries", this.engine.description().libraries());
	}

}
