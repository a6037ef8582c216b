package org.imageingest.source.security;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What a token allows.
 */
enum Scope {

	/** Look at the own jobs and images. */
	READ("ingest:read"),

	/** Upload, cancel, retry and delete. */
	WRITE("ingest:write"),

	/** Look into the service itself. */
	ADMIN("ingest:admin");

	private static final RequestMatcher OPERATION = new OrRequestMatcher(matcher("/actuator/**"),
			matcher("/api/v1/dead-letters/**"));

	private final String code;

	Scope(String code) {
		this.code = code;
	}

	/**
	 * Returns the scope as it stands in tokens.
	 * @return the scope
	 */
	String code() {
		return this.code;
	}

	/**
	 * Returns the scope that a request needs.
	 * @param request any request for which a token is needed
	 * @return one scope, which implies no other
	 */
	static Scope neededFor(HttpServletRequest request) {
		// Not the text of the address: it may be encoded.
		if (OPERATION.matches(request)) {
			return ADMIN;
		}
		HttpMethod method = HttpMethod.valueOf(request.getMethod());
		return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) ? READ : WRITE;
	}

	private static RequestMatcher matcher(String path) {
		return PathPatternRequestMatcher.withDefaults().matcher(path);
	}

	static AuthorizationManager<RequestAuthorizationContext> needed() {
		return (caller, context) -> {
			String authority = "SCOPE_" + neededFor(context.getRequest()).code();
			return new AuthorizationDecision(caller.get()
				.getAuthorities()
				.stream()
				.anyMatch((granted) -> authority.equals(granted.getAuthority())));
		};
	}

}
