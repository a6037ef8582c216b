package org.imageingest.source.problem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/**
 * Writes the pages: plain HTML, without a script, that loads nothing.
 */
final class ProblemPage {

	private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem;"
			+ "color:#222;background:#fff}code{background:#eee;padding:0 .2em}dt{font-weight:600}";

	/** Nothing but the style above, known by its digest. */
	static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
			+ "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

	private ProblemPage() {
	}

	static String of(ProblemDescription problem) {
		return page(problem.type().title(), """
				<h1>%s</h1>
				<p><code>%s</code>, HTTP status %d</p>
				<p>%s</p>
				<h2>Why it happens</h2>
				<ul>
				%s
				</ul>
				<h2>What to do</h2>
				<p>%s</p>
				<h2>What the answer tells</h2>
				<p>The members of every problem: <code>type</code>, <code>title</code>, <code>status</code>,
				<code>detail</code> (this occurrence in a sentence) and <code>instance</code> (the request or job).</p>
				%s%s
				<p><a href="/problems">All problems</a></p>
				""".formatted(text(problem.type().title()), text(problem.type().uri()), problem.type().status(),
				text(problem.means()),
				problem.because()
					.stream()
					.map((reason) -> "<li>" + text(reason) + "</li>")
					.collect(Collectors.joining("\n")),
				text(problem.remedy()), members(problem), headers(problem)));
	}

	static String ofAll(List<ProblemDescription> problems) {
		return page("Problems",
				"""
						<h1>Problems</h1>
						<p>What can go wrong, as named by the member <code>type</code> of an error.</p>
						<ul>
						%s
						</ul>
						""".formatted(problems.stream()
					.map((problem) -> "<li><a href=\"%s\">%s</a> (%d): %s</li>".formatted(problem.type().uri(),
							text(problem.name()), problem.type().status(), text(problem.means())))
					.collect(Collectors.joining("\n"))));
	}

	private static String members(ProblemDescription problem) {
		if (problem.members().isEmpty()) {
			return "";
		}
		return problem.members()
			.entrySet()
			.stream()
			.map((member) -> "<dt><code>" + text(member.getKey()) + "</code></dt><dd>" + text(member.getValue())
					+ "</dd>")
			.collect(Collectors.joining("\n", "<dl>\n", "\n</dl>"));
	}

	private static String headers(ProblemDescription problem) {
		if (problem.headers().isEmpty()) {
			return "";
		}
		return problem.headers()
			.stream()
			.map((header) -> "<code>" + text(header) + "</code>")
			.collect(Collectors.joining(", ", "\n<p>And the header ", ".</p>"));
	}

	private static String page(String title, String body) {
		return """
				<!doctype html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%s</title>
				<style>%s</style>
				</head>
				<body>
				%s</body>
				</html>
				""".formatted(text(title), STYLE, body);
	}

	private static String text(String value) {
		return HtmlUtils.htmlEscape(value, StandardCharsets.UTF_8.name());
	}

	private static String digest(String style) {
		try {
			return Base64.getEncoder()
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

}
