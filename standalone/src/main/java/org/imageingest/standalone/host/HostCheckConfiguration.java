package org.imageingest.standalone.host;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Puts the look at the host name before everything else.
 */
@Configuration(proxyBeanMethods = false)
public class HostCheckConfiguration {

	@Bean
	FilterRegistrationBean<HostCheckFilter> hostCheckFilter(JsonMapper json) {
		FilterRegistrationBean<HostCheckFilter> registration = new FilterRegistrationBean<>(new HostCheckFilter(json));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

}
