package org.imageingest.source.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * Headers that keep browsers from doing more with an answer than was meant.
 *
 * @see <a href=
 * "https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html">OWASP,
 * HTTP headers</a>
 */
public final class SecurityHeaders {

	/** Name of the header that says what a document may load. */
	public static final String CONTENT_POLICY = "Content-Security-Policy";

	/** For answers that are no page: nothing is loaded, run, sent or framed. */
	public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

	private static final Map<String, String> ALWAYS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "no-referrer", "Permissions-Policy",
			"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
			"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin");

	private SecurityHeaders() {
	}

	/**
	 * Returns the headers that every answer carries.
	 * @return values by name
	 */
	public static Map<String, String> always() {
		return ALWAYS;
	}

	/**
	 * Sets the headers of an error that is told outside of the filters that set them.
	 * @param response the answer, not yet sent
	 */
	public static void setOnError(HttpServletResponse response) {
		ALWAYS.forEach(response::setHeader);
		response.setHeader(CONTENT_POLICY, NOTHING);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

}
