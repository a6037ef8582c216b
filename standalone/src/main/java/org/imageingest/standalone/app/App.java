package org.imageingest.standalone.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.imageingest.data.StartException;
import org.imageingest.data.store.EmbeddedObjectStore;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * One app with a context of its own, as it has when it runs alone.
 *
 * @param name name of the app and of its configuration file
 * @param sources its configuration classes
 * @param properties what is set here, whatever its configuration file says
 * @param store the object store of this process
 */
public record App(String name, List<Class<?>> sources, Map<String, String> properties, EmbeddedObjectStore store) {

	/**
	 * Returns this app with one configuration class more.
	 * @param source the class
	 * @return the app
	 */
	public App with(Class<?> source) {
		return new App(this.name, Stream.concat(this.sources.stream(), Stream.<Class<?>>of(source)).toList(),
				this.properties, this.store);
	}

	/**
	 * Starts the app.
	 * @return its running context
	 * @throws StartException if it does not start
	 */
	public ConfigurableApplicationContext start() {
		SpringApplication application = new SpringApplication(this.sources.toArray(Class<?>[]::new));
		// As a singleton from outside, it outlives the context.
		application.addInitializers(
				(context) -> context.getBeanFactory().registerSingleton("embeddedObjectStore", this.store));
		try {
			return application.run(arguments());
		}
		catch (RuntimeException ex) {
			Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
			throw new StartException("%s did not start: %s".formatted(this.name, cause), ex);
		}
	}

	private String[] arguments() {
		return Stream
			.concat(Stream.of("--spring.config.name=" + this.name),
					this.properties.entrySet().stream().map((entry) -> "--" + entry.getKey() + "=" + entry.getValue()))
			.toArray(String[]::new);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
