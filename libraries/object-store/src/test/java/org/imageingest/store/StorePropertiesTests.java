package org.imageingest.store;

import java.net.URI;
import java.time.Duration;

import org.imageingest.store.StoreProperties.ChecksumUse;
import org.imageingest.store.StoreProperties.OriginalAccess;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class StorePropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(JacksonAutoConfiguration.class, SslAutoConfiguration.class, ObjectStoreAutoConfiguration.class));

	@Test
	void aBucketIsAllThatIsNeeded() {
		this.runner.withPropertyValues("store.bucket=photos").run((context) -> {
			StoreProperties properties = context.getBean(StoreProperties.class);
			assertThat(properties.region()).isEqualTo("us-east-1");
			assertThat(properties.originalAccess()).isEqualTo(OriginalAccess.PRIVATE);
			assertThat(properties.urlLifetime()).isEqualTo(Duration.ofHours(1));
			assertThat(properties.requestChecksums()).isEqualTo(ChecksumUse.WHEN_SUPPORTED);
			assertThat(properties.usesPathStyle()).isFalse();
			assertThat(context).hasSingleBean(ImagePublisher.class).hasSingleBean(StoreHealthIndicator.class);
		});
	}

	@Test
	void theStartFailsWithoutABucket() {
		this.runner.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("bucket"));
	}

	@Test
	void everySettingHasAName() {
		this.runner
			.withPropertyValues("store.bucket=photos", "store.endpoint=http://s3.example.org:9000",
					"store.public-base-url=https://cdn.example.org", "store.request-checksums=when-required",
					"store.response-checksums=when-required", "store.original-access=public", "store.url-lifetime=5m",
					"store.access-key=key", "store.secret-key=secret")
			.run((context) -> {
				StoreProperties properties = context.getBean(StoreProperties.class);
				assertThat(properties.endpoint()).isEqualTo(URI.create("http://s3.example.org:9000"));
				assertThat(properties.usesPathStyle()).isTrue();
				assertThat(properties.requestChecksums()).isEqualTo(ChecksumUse.WHEN_REQUIRED);
				assertThat(properties.originalAccess()).isEqualTo(OriginalAccess.PUBLIC);
				assertThat(properties.urlLifetime()).isEqualTo(Duration.ofMinutes(5));
			});
	}

	@Test
	void secretsAreNotPrinted() {
		this.runner.withPropertyValues("store.bucket=photos", "store.access-key=key", "store.secret-key=hush-hush")
			.run((context) -> assertThat(context.getBean(StoreProperties.class)).asString()
				.doesNotContain("hush-hush"));
	}

}
