package org.imageingest.dataflow;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In a real Tomcat, which holds a response to being written in one way.
 */
@SpringBootTest(classes = TodaysTasksFilterTests.Server.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class TodaysTasksFilterTests {

	@Autowired
	private TestRestTemplate client;

	@Test
	void launchesAndAnswersWithTheNumberAlone() {
		ResponseEntity<String> answer = this.client.postForEntity("/tasks/executions?name=bulk-import", null,
				String.class);
		assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
		assertThat(answer.getBody()).isEqualTo("17");
	}

	@Test
	void passesOnWhyNothingWasLaunched() {
		ResponseEntity<String> answer = this.client.postForEntity("/tasks/executions?name=unknown", null, String.class);
		assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Configuration
	@ImportAutoConfiguration({ ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
			JacksonAutoConfiguration.class })
	@Import({ TodaysTasksFilter.class, Launches.class })
	static class Server {

	}

	@RestController
	static class Launches {

		@PostMapping("/tasks/executions/launch")
		ResponseEntity<Map<String, Object>> launch(@RequestParam String name) {
			if (!name.equals("bulk-import")) {
				throw new ResponseStatusException(HttpStatus.NOT_FOUND);
			}
			return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("executionId", 17, "schemaTarget", "boot3"));
		}

	}

}
