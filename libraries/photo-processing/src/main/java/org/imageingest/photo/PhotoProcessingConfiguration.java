package org.imageingest.photo;

import java.io.IOException;
import java.nio.file.Path;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.worker.WorkerPool;
import org.imageingest.workspace.Workspace;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Gives the app that imports it worker processes and what tells how they are.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImageProperties.class)
public class PhotoProcessingConfiguration {

	@Bean
	VariantRendering variantRendering(ImageProperties properties, ImageEngine engine,
			ObjectProvider<MeterRegistry> registry) {
		ImageEngine measured = new MeasuredEngine(engine, registry.getIfAvailable(CompositeMeterRegistry::new));
		return new VariantRendering(measured, properties.recipe(), properties.metadataPolicy(), properties.limits(),
				properties.original().stripLocation(), properties.metadata().allowLocationOptIn());
	}

	@Bean
	WorkerPool imageEngine(ImageProperties properties, Workspace workspace) {
		return new WorkerPool(properties.workerOptions(), workspace);
	}

	@Bean
	EngineStart engineStart(WorkerPool workers) {
		return new EngineStart(workers);
	}

	@Bean
	EngineHealthIndicator engineHealthIndicator(ImageProperties properties, WorkerPool workers, Workspace workspace) {
		return new EngineHealthIndicator(workers, properties.recipe(), workspace);
	}

	@Bean
	EngineMetrics engineMetrics(WorkerPool workers) {
		return new EngineMetrics(workers);
	}

	@Bean
	EngineInfoContributor engineInfoContributor(ImageProperties properties, WorkerPool workers) {
		return new EngineInfoContributor(properties.engine(), workers);
	}

	@Bean
	Workspace workspace(ImageProperties properties, Environment environment) throws IOException {
		Path configured = properties.workDirectory();
		return Workspace.open((configured != null) ? configured
				: Workspace.usualRoot(environment.getRequiredProperty("spring.application.name")));
	}

}
