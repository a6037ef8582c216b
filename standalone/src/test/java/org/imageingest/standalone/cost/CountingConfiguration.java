package org.imageingest.standalone.cost;

import java.lang.reflect.Method;

import javax.sql.DataSource;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.NoOpMetricsCollector;
import org.imageingest.standalone.watch.Watched;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
					case CachingConnectionFactory broker -> {
						broker.getRabbitConnectionFactory().setMetricsCollector(new CountedMessages());
						yield broker;
					}
					default -> bean;
				};
			}
		};
	}

	private static final class CountedRequests implements Watched.Watch {

		@Override
		public void called(Method method) {
			CALLS.add("s3", method.getName());
		}

	}

	private static final class CountedMessages extends NoOpMetricsCollector {

		@Override
		public void basicPublish(Channel channel) {
			CALLS.add("message", "published");
		}

	}

}
