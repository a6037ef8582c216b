package org.imageingest.sink;

import java.util.function.Consumer;

import org.imageingest.messaging.JobConsumers;
import org.imageingest.messaging.JobEvents;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.store.ImagePublisher;
import org.imageingest.store.ObjectStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Wires the function {@code publish}.
 */
@Configuration(proxyBeanMethods = false)
class PublishConfiguration {

	@Bean
	Consumer<Message<byte[]>> publish(JobConsumers consumers, ImagePublisher publisher, ObjectStore store,
			JobEvents events) {
		return consumers.consumer(ProcessedImage.class, JobStage.UPLOADING,
				new ImagePublishing(publisher, store, events));
	}

}
