package org.imageingest.model.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IdentityKeyTests {

	private static final String HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

	private static final String SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

	private final IdentityKey key = IdentityKey.ofHex(HEX);

	@Test
	void computesTheIdFromTheDefinitionOfHmac() throws Exception {
		byte[] owner = "älice".getBytes(StandardCharsets.UTF_8);
		byte[] digest = HexFormat.of().parseHex(SHA256);
		byte[] hmac = hmacByHand(HexFormat.of().parseHex(HEX), owner, new byte[1], digest);
		assertThat(this.key.imageId("älice", SHA256)).isEqualTo("img_" + base32ByHand(hmac))
			.matches("img_[a-z2-7]{32}");
	}

	@Test
	void givesTheSameBytesOfTwoOwnersTwoIds() {
		assertThat(this.key.imageId("alice", SHA256)).isNotEqualTo(this.key.imageId("bob", SHA256));
	}

	@Test
	void givesTheSameIdAgain() {
		assertThat(IdentityKey.ofHex(HEX.toUpperCase() + "\n").imageId("alice", SHA256))
			.isEqualTo(this.key.imageId("alice", SHA256));
	}

	@Test
	void hasAFingerprintThatDependsOnTheKey() {
		assertThat(this.key.fingerprint()).hasSize(64)
			.isEqualTo(IdentityKey.ofHex(HEX).fingerprint())
			.isNotEqualTo(IdentityKey.ofHex("ff" + HEX).fingerprint());
	}

	@Test
	void refusesAShortKey() {
		assertThatIllegalArgumentException().isThrownBy(() -> IdentityKey.ofHex("00".repeat(31)))
			.withMessageContaining("31 bytes");
	}

	@Test
	void refusesWhatIsNoDigest() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.key.imageId("alice", "abcd"));
	}

	@Test
	void randomIdsAreWellFormedAndDiffer() {
		assertThat(Identifiers.newJobId()).matches(Identifiers::isJobId)
			.hasSize(30)
			.isNotEqualTo(Identifiers.newJobId());
		assertThat(Identifiers.newRunId()).matches("[a-z2-7]{26}");
		assertThat(Identifiers.isImageId(this.key.imageId("alice", SHA256))).isTrue();
		assertThat(Identifiers.isImageId("img_../../etc")).isFalse();
		assertThat(Identifiers.isJobId("job_" + "a".repeat(65))).isFalse();
	}

	/** RFC 2104: H((K xor opad) || H((K xor ipad) || text)), for keys up to 64 bytes. */
	private static byte[] hmacByHand(byte[] key, byte[]... parts) throws Exception {
		MessageDigest inner = MessageDigest.getInstance("SHA-256");
		MessageDigest outer = MessageDigest.getInstance("SHA-256");
		for (int i = 0; i < 64; i++) {
			byte next = (i < key.length) ? key[i] : 0;
			inner.update((byte) (next ^ 0x36));
			outer.update((byte) (next ^ 0x5c));
		}
		for (byte[] part : parts) {
			inner.update(part);
		}
		return outer.digest(inner.digest());
	}

	/** 160 bits are exactly 32 digits of a number to base 32. */
	private static String base32ByHand(byte[] hmac) {
		BigInteger number = new BigInteger(1, hmac, 0, 20);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 32; i++) {
			text.insert(0, "abcdefghijklmnopqrstuvwxyz234567".charAt(number.intValue() & 31));
			number = number.shiftRight(5);
		}
		return text.toString();
	}

}
