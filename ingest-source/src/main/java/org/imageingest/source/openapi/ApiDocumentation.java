package org.imageingest.source.openapi;

import java.io.IOException;
import java.io.InputStream;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives springdoc the contract to serve: {@code openapi/ingest.yaml}, written by hand, so
 * that the controllers stay free of it.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation implements WebMvcConfigurer {

	/** Read when somebody asks for it. */
	@Bean
	@Lazy
	OpenAPI contract() throws IOException {
		try (InputStream yaml = new ClassPathResource("openapi/ingest.yaml", ApiDocumentation.class.getClassLoader())
			.getInputStream()) {
			return Yaml31.mapper().readValue(yaml, OpenAPI.class);
		}
	}

	/** The same name for JSON as springdoc has for YAML. */
	@Override
	public void addViewControllers(ViewControllerRegistry registry) {
		registry.addViewController("/api/v1/openapi.json").setViewName("forward:/api/v1/openapi");
	}

}
