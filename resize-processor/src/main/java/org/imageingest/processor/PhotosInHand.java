package org.imageingest.processor;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.core.env.Environment;

/**
 * Lets the binding have one photo more in hand than there are workers, so that one is
 * fetched or uploaded while the others are worked on. A number of photos that is
 * configured stays.
 */
final class PhotosInHand implements BeanPostProcessor {

	private static final String BINDING = "input";

	private static final String CONFIGURED = "spring.cloud.stream.bindings." + BINDING + ".consumer.concurrency";

	private final Environment environment;

	PhotosInHand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof BindingServiceProperties bindings && !this.environment.containsProperty(CONFIGURED)) {
			bindings.getConsumerProperties(BINDING).setConcurrency(workers() + 1);
		}
		return bean;
	}

	private int workers() {
		int configured = this.environment.getProperty("image.workers", Integer.class, 0);
		return (configured > 0) ? configured : Runtime.getRuntime().availableProcessors();
	}

}
