package org.imageingest.store;

import org.imageingest.model.identity.IdentityKey;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class IdentityKeyCheckIntegrationTests {

	private static final IdentityKey KEY = IdentityKey.ofHex("01".repeat(32));

	private static final IdentityKey OTHER = IdentityKey.ofHex("02".repeat(32));

	@Test
	void aBucketBelongsToTheFirstKeyForGood() throws Exception {
		try (S3TestServer server = S3TestServer.start(); StoreFixture fixture = new StoreFixture(server)) {
			ObjectStore store = fixture.store;
			new IdentityKeyCheck(KEY, store).afterPropertiesSet();
			assertThatCode(() -> new IdentityKeyCheck(KEY, store).afterPropertiesSet()).doesNotThrowAnyException();
			assertThatIllegalStateException().isThrownBy(() -> new IdentityKeyCheck(OTHER, store).afterPropertiesSet())
				.withMessageContaining("another identity key")
				.withMessageContaining("backup");
		}
	}

}
