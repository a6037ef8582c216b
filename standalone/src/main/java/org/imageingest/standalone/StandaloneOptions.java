package org.imageingest.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the start command was told.
 *
 * @param port port of the REST service on 127.0.0.1; 0 = any free one
 * @param data the data folder
 */
record StandaloneOptions(int port, Path data) {

	static final CommandLine.Syntax SYNTAX = new CommandLine.Syntax("""
			Usage: ./run [--port 8080] [--data ./data]
			       ./run token [--user NAME] [--scope SCOPE]... [--data DIR]

			Starts the whole pipeline in one process, on 127.0.0.1 only, and prints
			"Ready: http://127.0.0.1:8080/#token=..." once it serves. Ctrl-C stops it.

			  --port PORT  port of the REST service and its page (default: 8080; 0: any free one)
			  --data DIR   folder for everything that is kept (default: ./data)
			  --help       this text

			"./run token --help" tells about access tokens.
			""", List.of("port", "data"));

	private static final int MAX_PORT = 65535;

	/**
	 * Reads the command line.
	 * @param arguments the arguments
	 * @return the options, or nothing if the help was asked for
	 * @throws UsageException if the arguments are wrong
	 */
	static Optional<StandaloneOptions> parse(List<String> arguments) {
		CommandLine line = SYNTAX.parse(arguments);
		return line.helpAsked() ? Optional.empty() : Optional
			.of(new StandaloneOptions(port(line.value("port", "8080")), Path.of(line.value("data", "./data"))));
	}

	private static int port(String text) {
		if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= MAX_PORT) {
			return Integer.parseInt(text);
		}
		throw new UsageException("Not a port: " + text, SYNTAX.usage());
	}

}
