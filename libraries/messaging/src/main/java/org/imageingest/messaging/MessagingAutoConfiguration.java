package org.imageingest.messaging;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.imageingest.messaging.JobConsumer.JobConsumerSupport;
import org.imageingest.messaging.MessagingProperties.Retry;
import org.imageingest.model.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.DeclarableCustomizer;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.cloud.stream.config.BindingServiceConfiguration;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Gives a stream app its way of handing work on.
 */
@AutoConfiguration(
		after = { JacksonAutoConfiguration.class, RabbitAutoConfiguration.class, BindingServiceConfiguration.class })
@EnableConfigurationProperties(MessagingProperties.class)
public final class MessagingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	ConfirmedSender confirmedSender(StreamBridge bridge, JsonMapper json, MessagingProperties properties) {
		return new ConfirmedSender(bridge, json, properties.confirmTimeout());
	}

	@Bean
	JobEvents jobEventsSender(ConfirmedSender sender, Clock clock, MessagingProperties properties) {
		return new JobEvents(sender, clock, properties.progressDelay());
	}

	@Bean
	@ConditionalOnMissingBean
	DeadLetters deadLetters(RabbitOperations rabbit, MessagingProperties properties, Clock clock,
			ObjectProvider<MeterRegistry> registry) {
		return new CountedDeadLetters(new RabbitDeadLetters(rabbit, properties, clock),
				registry.getIfAvailable(CompositeMeterRegistry::new));
	}

	@Bean
	DeclarableCustomizer queueArguments() {
		return new QueueArguments();
	}

	@Bean
	@ConditionalOnMissingBean(ListenerContainerCustomizer.class)
	ListenerContainerCustomizer<MessageListenerContainer> gracefulContainers(MessagingProperties properties) {
		return new GracefulContainers(properties.shutdownTimeout());
	}

	@Bean
	Shutdown messagingShutdown(ApplicationContext context) {
		return new Shutdown(context);
	}

	@Bean
	JobConsumers jobConsumers(JsonMapper json, JobEvents events, DeadLetters deadLetters,
			MessagingProperties properties, Shutdown messagingShutdown, ObjectProvider<MeterRegistry> registry,
			Clock clock) {
		return new JobConsumers(new JobConsumerSupport(json, retry(properties.retry()), events, deadLetters,
				messagingShutdown, new JobMetrics(registry.getIfAvailable(CompositeMeterRegistry::new), clock)));
	}

	static RetryOperations retry(Retry retry) {
		return new RetryTemplate(RetryPolicy.builder()
			.maxRetries(retry.attempts() - 1L)
			.delay(retry.delay())
			.multiplier(retry.multiplier())
			.maxDelay(retry.maxDelay())
			.excludes(ProblemException.class)
			.build());
	}

}
