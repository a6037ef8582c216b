package org.imageingest.source.event;

import java.util.function.Consumer;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * The function behind the binding {@code events}.
 */
@Configuration(proxyBeanMethods = false)
class JobEventConfiguration {

	@Bean
	Consumer<Message<byte[]>> jobEvents(JsonMapper json, JobEventApplier applier) {
		return new JobEventConsumer(json, applier);
	}

}
