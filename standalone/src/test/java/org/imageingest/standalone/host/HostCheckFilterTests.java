package org.imageingest.standalone.host;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class HostCheckFilterTests {

	private final MockFilterChain chain = new MockFilterChain();

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "localhost", "LOCALHOST", "[::1]" })
	void ownNamesPass(String host) throws Exception {
		assertThat(answer(host).getStatus()).isEqualTo(200);
		assertThat(this.chain.getRequest()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "0.0.0.0", "" })
	void otherNamesAreRefused(String host) throws Exception {
		assertThat(answer(host).getStatus()).isEqualTo(421);
		assertThat(this.chain.getRequest()).isNull();
	}

	@Test
	void refusalIsAProblem() throws Exception {
		MockHttpServletResponse response = answer("evil.example");
		assertThat(response.getContentType()).isEqualTo("application/problem+json");
		assertThat(JsonMapper.shared().readTree(response.getContentAsByteArray()).get("type").stringValue())
			.isEqualTo("/problems/misdirected-request");
	}

	private MockHttpServletResponse answer(String host) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/ingest/jobs");
		request.setServerName(host);
		MockHttpServletResponse response = new MockHttpServletResponse();
		new HostCheckFilter(JsonMapper.shared()).doFilter(request, response, this.chain);
		return response;
	}

}
