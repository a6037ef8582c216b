package org.imageingest.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.imageingest.data.StartException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpPortTests {

	@RepeatedTest(20)
	void aFreePortIsNoneThatOutgoingConnectionsTake() {
		assertThat(HttpPort.free(0)).isBetween(20_000, 29_999);
	}

	@Test
	void aTakenPortIsNamed() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> HttpPort.free(taken.getLocalPort()))
				.withMessageContaining("Port " + taken.getLocalPort())
				.withMessageContaining("--port");
		}
	}

}
