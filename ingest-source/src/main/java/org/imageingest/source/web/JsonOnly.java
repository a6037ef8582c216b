package org.imageingest.source.web;

import java.util.Set;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Objects are answered as JSON and as nothing else, whatever libraries lie beside this
 * app: Spring would also write XML, CBOR or YAML as soon as it finds a library for it.
 */
@Configuration(proxyBeanMethods = false)
class JsonOnly implements WebMvcConfigurer {

	private static final Set<String> OTHERS = Set.of("xml", "cbor", "yaml", "x-jackson-smile");

	@Override
	public void configureMessageConverters(ServerBuilder converters) {
		converters.configureMessageConvertersList((all) -> all.removeIf(JsonOnly::writesOthers));
	}

	private static boolean writesOthers(HttpMessageConverter<?> converter) {
		return converter.getSupportedMediaTypes().stream().map(MediaType::getSubtype).anyMatch(OTHERS::contains);
	}

}
