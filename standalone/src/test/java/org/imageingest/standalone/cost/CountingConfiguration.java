package org.imageingest.standalone.cost;

import java.lang.reflect.Method;

import javax.sql.DataSource;

import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.GlobalChannelInterceptor;
import org.springframework.integration.support.context.NamedComponent;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.ChannelInterceptor;

/**
 * Added to an app whose calls are to be counted.
 */
@Configuration(proxyBeanMethods = false)
class CountingConfiguration {

	/** Static, because each app makes its own beans and all count together. */
	static final Calls CALLS = new Calls();

	@Bean
	static BeanPostProcessor countingClients() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return switch (bean) {
					case S3Client s3 -> Watched.of(S3Client.class, s3, new CountedRequests());
					case DataSource dataSource -> new CountedDataSource(dataSource, CALLS);
					default -> bean;
				};
			}
		};
	}

	@Bean
	CountedMessages countedMessages() {
		return new CountedMessages();
	}

	private static final class CountedRequests implements Watched.Watch {

		@Override
		public void called(Method method) {
			CALLS.add("s3", method.getName());
		}

	}

	/** Counts messages by the binding that they leave through. */
	@GlobalChannelInterceptor(patterns = { "output", "events" })
	static final class CountedMessages implements ChannelInterceptor {

		@Override
		public void postSend(Message<?> message, MessageChannel channel, boolean sent) {
			CALLS.add("message", ((NamedComponent) channel).getComponentName());
		}

	}

}
