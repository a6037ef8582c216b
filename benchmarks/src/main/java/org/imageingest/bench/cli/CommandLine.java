package org.imageingest.bench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command: one folder, {@code --name value} or {@code --name=value},
 * and flags. What is not an option of the command is refused: a mistyped option must not
 * measure something else than was meant.
 */
public final class CommandLine {

	private final Syntax syntax;

	private final @Nullable String folder;

	private final Map<String, String> values;

	private final Set<String> flags;

	private CommandLine(Syntax syntax, @Nullable String folder, Map<String, String> values, Set<String> flags) {
		this.syntax = syntax;
		this.folder = folder;
		this.values = values;
		this.flags = flags;
	}

	/**
	 * Returns the folder that the command works on.
	 * @return an existing folder
	 * @throws UsageException if none was given, or one that does not exist
	 */
	public Path folder() {
		if (this.folder == null) {
			throw wrong("Which folder?");
		}
		Path path = Path.of(this.folder);
		if (!Files.isDirectory(path)) {
			throw wrong("Not a folder: " + path);
		}
		return path;
	}

	/**
	 * Returns what was given for an option last.
	 * @param name the option
	 * @return its value, or {@code null} if it was not given
	 */
	public @Nullable String value(String name) {
		return this.values.get(name);
	}

	/**
	 * Returns a whole number.
	 * @param name the option
	 * @param fallback the value if the option was not given
	 * @param least smallest value that makes sense
	 * @param most largest value that makes sense
	 * @return the number
	 * @throws UsageException if it is none, or not within the bounds
	 */
	public int number(String name, int fallback, int least, int most) {
		String text = value(name);
		if (text == null) {
			return fallback;
		}
		if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
			return Integer.parseInt(text);
		}
		throw wrong("--%s takes a whole number from %d to %d, not '%s'".formatted(name, least, most, text));
	}

	/**
	 * Returns a share.
	 * @param name the option
	 * @param fallback the value if the option was not given
	 * @param most largest value that makes sense
	 * @return a number above 0
	 * @throws UsageException if it is none, or not within the bounds
	 */
	public double share(String name, double fallback, double most) {
		String text = value(name);
		if (text == null) {
			return fallback;
		}
		if (text.matches("[0-9]{0,3}\\.?[0-9]{1,6}")) {
			double share = Double.parseDouble(text);
			if (share > 0 && share <= most) {
				return share;
			}
		}
		throw wrong("--%s takes a number above 0 and up to %s, not '%s'".formatted(name, most, text));
	}

	public boolean has(String flag) {
		return this.flags.contains(flag);
	}

	/**
	 * Makes an error that shows how the command is used.
	 * @param message what is wrong
	 * @return the error, to be thrown
	 */
	public UsageException wrong(String message) {
		return new UsageException(message, this.syntax.usage());
	}

	/**
	 * What a command understands.
	 *
	 * @param usage the text for {@code --help}
	 * @param options options that take a value
	 * @param flags options without a value
	 */
	public record Syntax(String usage, Set<String> options, Set<String> flags) {

		/** Asks for the help; every command knows it. */
		public static final String HELP = "help";

		/**
		 * Reads a command line.
		 * @param arguments the arguments
		 * @return the options
		 * @throws UsageException if an option is unknown or lacks its value, or if there
		 * is more than one folder
		 */
		public CommandLine parse(List<String> arguments) {
			String folder = null;
			Map<String, String> values = new LinkedHashMap<>();
			Set<String> given = new TreeSet<>();
			Iterator<String> rest = arguments.iterator();
			while (rest.hasNext()) {
				String argument = rest.next();
				String name = argument.startsWith("--") ? argument.substring(2).split("=", 2)[0] : "";
				if (argument.equals("-h") || argument.equals("--" + HELP)) {
					given.add(HELP);
				}
				else if (this.options.contains(name)) {
					values.put(name, valueOf(argument, rest));
				}
				else if (this.flags.contains(name) && !argument.contains("=")) {
					given.add(name);
				}
				else if (argument.startsWith("-")) {
					throw new UsageException("Unknown option: " + argument.split("=", 2)[0], this.usage);
				}
				else if (folder != null) {
					throw new UsageException("Unexpected argument: " + argument, this.usage);
				}
				else {
					folder = argument;
				}
			}
			return new CommandLine(this, folder, values, given);
		}

		private String valueOf(String argument, Iterator<String> rest) {
			int equals = argument.indexOf('=');
			if (equals >= 0) {
				return argument.substring(equals + 1);
			}
			if (!rest.hasNext()) {
				throw new UsageException("Option " + argument + " needs a value", this.usage);
			}
			return rest.next();
		}

	}

}
