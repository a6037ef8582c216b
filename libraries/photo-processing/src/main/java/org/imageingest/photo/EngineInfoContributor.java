package org.imageingest.photo;

import java.util.LinkedHashMap;
import java.util.Map;

import org.imageingest.engine.EngineChoice;
import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.worker.PoolState;
import org.imageingest.engine.worker.WorkerPool;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * Tells at {@code /actuator/info} what makes the variants.
 */
public final class EngineInfoContributor implements InfoContributor {

	private final EngineChoice choice;

	private final WorkerPool workers;

	EngineInfoContributor(EngineChoice choice, WorkerPool workers) {
		this.choice = choice;
		this.workers = workers;
	}

	@Override
	public void contribute(Info.Builder builder) {
		EngineDescription description = this.workers.description();
		Map<String, Object> engine = new LinkedHashMap<>();
		engine.put("choice", this.choice.word());
		engine.put("name", description.name());
		engine.put("libraries", description.libraries());
		engine.put("formats", description.formats().stream().sorted().toList());
		engine.put("hints", description.hints());
		engine.put("workers", workers());
		builder.withDetail("engine", engine);
	}

	private Map<String, Object> workers() {
		PoolState state = this.workers.state();
		Map<String, Object> workers = new LinkedHashMap<>();
		workers.put("configured", state.workers());
		workers.put("alive", state.alive());
		workers.put("busy", state.busy());
		workers.put("photos", state.photos());
		workers.put("lost", state.lost());
		return workers;
	}

}
