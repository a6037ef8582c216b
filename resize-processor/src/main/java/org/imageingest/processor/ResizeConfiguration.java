package org.imageingest.processor;

import java.util.function.Consumer;

import org.imageingest.engine.ImageEngine;
import org.imageingest.messaging.ConfirmedSender;
import org.imageingest.messaging.JobConsumers;
import org.imageingest.messaging.JobEvents;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.photo.ImageProperties;
import org.imageingest.photo.PhotoProcessingConfiguration;
import org.imageingest.photo.VariantRendering;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ObjectStore;
import org.imageingest.workspace.Workspace;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.messaging.Message;

/**
 * Wires the function {@code resize} from its steps.
 */
@Configuration(proxyBeanMethods = false)
@Import(PhotoProcessingConfiguration.class)
class ResizeConfiguration {

	@Bean
	Consumer<Message<byte[]>> resize(JobConsumers consumers, ImageResizing resizing) {
		return consumers.consumer(UploadedImage.class, JobStage.GENERATING_VARIANTS, resizing);
	}

	@Bean
	ImageResizing imageResizing(ImageProperties properties, VariantRendering rendering, ImageEngine engine,
			Workspace workspace, ObjectStore store, ImageDocuments documents, JobEvents events,
			ConfirmedSender sender) {
		return new ImageResizing(new StagedPhotos(store), new PublishedImages(documents, properties.recipeVersion()),
				rendering, new ProcessedImages(sender, engine, properties.recipeVersion()), workspace, events);
	}

	@Bean
	static PhotosInHand photosInHand(Environment environment) {
		return new PhotosInHand(environment);
	}

}
