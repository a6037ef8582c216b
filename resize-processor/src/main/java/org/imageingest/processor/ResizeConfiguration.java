package org.imageingest.processor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.worker.WorkerPool;
import org.imageingest.messaging.ConfirmedSender;
import org.imageingest.messaging.JobConsumers;
import org.imageingest.messaging.JobEvents;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ObjectStore;
import org.imageingest.workspace.Workspace;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.messaging.Message;

/**
 * Wires the function {@code resize} from its steps.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImageProperties.class)
class ResizeConfiguration {

	@Bean
	Consumer<Message<byte[]>> resize(JobConsumers consumers, ImageResizing resizing) {
		return consumers.consumer(UploadedImage.class, JobStage.GENERATING_VARIANTS, resizing);
	}

	@Bean
	ImageResizing imageResizing(ImageProperties properties, ImageEngine engine, Workspace workspace, ObjectStore store,
			ImageDocuments documents, JobEvents events, ConfirmedSender sender) {
		return new ImageResizing(new StagedPhotos(store), new PublishedImages(documents, properties.recipeVersion()),
				new VariantRendering(engine, properties.recipe(), properties.metadataPolicy(), properties.limits(),
						properties.original().stripLocation()),
				new ProcessedImages(sender, engine, properties.recipeVersion()), workspace, events);
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
	EngineInfoContributor engineInfoContributor(ImageProperties properties, WorkerPool workers) {
		return new EngineInfoContributor(properties.engine(), workers);
	}

	@Bean
	static PhotosInHand photosInHand(Environment environment) {
		return new PhotosInHand(environment);
	}

	@Bean
	Workspace workspace(ImageProperties properties) throws IOException {
		Path configured = properties.workDirectory();
		return Workspace.open((configured != null) ? configured
				: Path.of(System.getProperty("java.io.tmpdir"), "image-ingest", "resize-processor"));
	}

}
