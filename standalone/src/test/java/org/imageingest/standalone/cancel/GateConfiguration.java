package org.imageingest.standalone.cancel;

import java.lang.reflect.Method;

import org.imageingest.standalone.watch.Watched;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Added to an app whose requests to the store can be stopped.
 */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {

	/** Static, because each app makes its own beans and all pass one gate. */
	static final Gate GATE = new Gate();

	@Bean
	static BeanPostProcessor gatedStore(Environment environment) {
		String app = environment.getRequiredProperty("spring.config.name");
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof S3Client s3) ? Watched.of(S3Client.class, s3, new GatedRequests(app)) : bean;
			}
		};
	}

	private record GatedRequests(String app) implements Watched.Watch {

		@Override
		public void called(Method method) {
			GATE.pass(this.app, method.getName(), true);
		}

		@Override
		public Object returned(Method method, Object[] arguments, Object result) {
			GATE.pass(this.app, method.getName(), false);
			return result;
		}

	}

}
