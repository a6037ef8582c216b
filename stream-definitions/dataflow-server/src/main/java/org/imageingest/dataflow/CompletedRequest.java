package org.imageingest.dataflow;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/**
 * A request with one parameter more, unless it has it already.
 */
class CompletedRequest extends HttpServletRequestWrapper {

	private final Map<String, String[]> parameters;

	CompletedRequest(HttpServletRequest request, String name, String value) {
		super(request);
		this.parameters = new LinkedHashMap<>(request.getParameterMap());
		this.parameters.putIfAbsent(name, new String[] { value });
	}

	@Override
	public String getParameter(String name) {
		String[] values = this.parameters.get(name);
		return (values != null && values.length > 0) ? values[0] : null;
	}

	@Override
	public String[] getParameterValues(String name) {
		return this.parameters.get(name);
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.parameters.keySet());
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Collections.unmodifiableMap(this.parameters);
	}

}
