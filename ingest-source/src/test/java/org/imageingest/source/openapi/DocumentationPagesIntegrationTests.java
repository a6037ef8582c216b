package org.imageingest.source.openapi;

import java.io.InputStream;
import java.nio.file.Path;

import org.imageingest.source.ApiClient;
import org.imageingest.source.ApiClient.Reply;
import org.imageingest.source.RunningIngestSource;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentationPagesIntegrationTests {

	private static RunningIngestSource source;

	private final YAMLMapper yaml = new YAMLMapper();

	private final ApiClient anybody = new ApiClient(source, null);

	@BeforeAll
	static void start(@TempDir Path folder) throws Exception {
		source = RunningIngestSource.start(folder, "spring.security.oauth2.resourceserver.jwt.public-key-location="
				+ new TestTokens().writePublicKey(folder).toUri());
	}

	@AfterAll
	static void stop() throws Exception {
		source.close();
	}

	@Test
	void theDocumentIsServedToAnybodyAsJsonAndAsYaml() throws Exception {
		Reply served = this.anybody.get("/api/v1/openapi.json");
		assertThat(served.status()).isEqualTo(200);
		assertThat(served.header("Content-Type")).startsWith("application/json");
		Reply yaml = this.anybody.get("/api/v1/openapi.yaml");
		assertThat(yaml.status()).isEqualTo(200);
		assertThat(this.yaml.readTree(yaml.text())).isEqualTo(served.json());
	}

	@Test
	void nothingOfTheWrittenContractIsLostOnTheWay() throws Exception {
		JsonNode served = this.anybody.get("/api/v1/openapi.json").json();
		JsonNode written;
		try (InputStream contract = new ClassPathResource("openapi/ingest.yaml").getInputStream()) {
			written = this.yaml.readTree(contract);
		}
		assertThat(served.path("paths").propertyNames())
			.containsExactlyElementsOf(written.path("paths").propertyNames());
		for (String kind : written.path("components").propertyNames()) {
			assertThat(served.path("components").path(kind).propertyNames()).as(kind)
				.containsExactlyInAnyOrderElementsOf(written.path("components").path(kind).propertyNames());
		}
		for (String word : new String[] { "const", "enum", "pattern", "example", "contentMediaType", "propertyNames",
				"$ref", "minimum", "maximum", "format", "headers" }) {
			assertThat(served.findValues(word)).as(word).hasSameSizeAs(written.findValues(word));
		}
	}

	@Test
	void thePagesOfTheDocumentationLoadNothingFromElsewhere() throws Exception {
		Reply door = this.anybody.get("/docs");
		assertThat(door.status()).isEqualTo(302);
		assertThat(door.header("Location")).isEqualTo("/swagger-ui/index.html");
		Reply page = this.anybody.get("/swagger-ui/index.html");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).doesNotContain("http://", "https://", "<script>");
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'",
				"frame-ancestors 'none'");
		for (String file : new String[] { "swagger-initializer.js", "swagger-ui-bundle.js",
				"swagger-ui-standalone-preset.js", "swagger-ui.css", "index.css" }) {
			assertThat(page.text()).contains(file);
			assertThat(this.anybody.get("/swagger-ui/" + file).status()).as(file).isEqualTo(200);
		}
		Reply settings = this.anybody.get("/api/v1/openapi/swagger-config");
		assertThat(settings.json().path("url").asString()).isEqualTo("/api/v1/openapi");
	}

}
