package org.imageingest.standalone;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The options of a command, {@code --name value} or {@code --name=value}. What is not an
 * option of the command is refused: a mistyped option must not start a server with
 * defaults.
 */
public final class CommandLine {

	private final Map<String, List<String>> options;

	private final boolean helpAsked;

	private CommandLine(Map<String, List<String>> options, boolean helpAsked) {
		this.options = options;
		this.helpAsked = helpAsked;
	}

	public boolean helpAsked() {
		return this.helpAsked;
	}

	/**
	 * Returns what was given for an option.
	 * @param name the option
	 * @return its values in the order given
	 */
	public List<String> values(String name) {
		return this.options.getOrDefault(name, List.of());
	}

	/**
	 * Returns what was given for an option last.
	 * @param name the option
	 * @param fallback the value if the option was not given
	 * @return the value
	 */
	public String value(String name, String fallback) {
		List<String> values = values(name);
		return values.isEmpty() ? fallback : values.getLast();
	}

	/**
	 * What a command understands.
	 *
	 * @param usage the text for {@code --help}
	 * @param names its options, which all take a value
	 */
	public record Syntax(String usage, List<String> names) {

		/**
		 * Reads a command line.
		 * @param arguments the arguments
		 * @return the options
		 * @throws UsageException if an option is unknown or lacks its value
		 */
		public CommandLine parse(List<String> arguments) {
			Map<String, List<String>> options = new LinkedHashMap<>();
			boolean help = false;
			Iterator<String> rest = arguments.iterator();
			while (rest.hasNext()) {
				String argument = rest.next();
				if (argument.equals("--help") || argument.equals("-h")) {
					help = true;
					continue;
				}
				String name = name(argument);
				int equals = argument.indexOf('=');
				String value = (equals >= 0) ? argument.substring(equals + 1) : next(rest, argument);
				options.merge(name, List.of(value),
						(some, more) -> Stream.concat(some.stream(), more.stream()).toList());
			}
			return new CommandLine(options, help);
		}

		private String name(String argument) {
			if (!argument.startsWith("--")) {
				throw new UsageException("Unexpected argument: " + argument, this.usage);
			}
			String name = argument.substring(2).split("=", 2)[0];
			if (!this.names.contains(name)) {
				throw new UsageException("Unknown option: --" + name, this.usage);
			}
			return name;
		}

		private String next(Iterator<String> rest, String argument) {
			if (!rest.hasNext()) {
				throw new UsageException("Option " + argument + " needs a value", this.usage);
			}
			return rest.next();
		}

	}

}
