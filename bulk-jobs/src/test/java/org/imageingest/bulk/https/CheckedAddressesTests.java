package org.imageingest.bulk.https;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CheckedAddressesTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255",
			"192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
			"198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255",
			"::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1",
			"ff02::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1" })
	void addressesThatAreNotOnTheInternetAreLeftOut(String address) throws UnknownHostException {
		assertThat(CheckedAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
		assertThatExceptionOfType(PrivateAddressException.class)
			.isThrownBy(() -> new CheckedAddresses(false).resolve(address));
		assertThat(new CheckedAddresses(true).resolve(address)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1",
			"192.88.98.1", "198.17.0.1", "198.20.0.1", "203.0.114.1", "223.255.255.255", "2606:4700::1111",
			"2a00:1450::1", "2001:4860:4860::8888" })
	void publicOnesAreReturnedForConnecting(String address) throws UnknownHostException {
		assertThat(new CheckedAddresses(false).resolve(address)).containsExactly(InetAddress.ofLiteral(address));
	}

	@Test
	void aNameIsJudgedByItsAddresses() {
		assertThatExceptionOfType(PrivateAddressException.class)
			.isThrownBy(() -> new CheckedAddresses(false).resolve("localhost"))
			.withMessageContaining("localhost is ");
	}

}
