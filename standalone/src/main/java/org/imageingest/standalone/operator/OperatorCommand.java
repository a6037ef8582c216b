package org.imageingest.standalone.operator;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.imageingest.data.StartException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The commands of an operator.
 */
@Command(name = "./run", subcommands = { DeadLettersCommand.class, SweepCommand.class },
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:done", "1:not done, or not for all", "2:the command is wrong" })
public final class OperatorCommand implements Runnable {

	private static final int FAILED = 1;

	/** Not an option: the arguments of a process can be read by others. */
	private static final String TOKEN = "INGEST_TOKEN";

	private final Map<String, String> environment;

	@Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, defaultValue = "./data",
			description = "data folder of a running ./run (default: ${DEFAULT-VALUE})")
	@SuppressWarnings("NullAway.Init") // set by picocli
	private Path data;

	@Option(names = "--url", paramLabel = "URL", scope = ScopeType.INHERIT,
			description = "another service, with a token that has the scope ingest:admin in the environment variable "
					+ TOKEN)
	private @Nullable URI url;

	@Spec
	@SuppressWarnings("NullAway.Init") // set by picocli
	private CommandSpec spec;

	private OperatorCommand(Map<String, String> environment) {
		this.environment = environment;
	}

	/**
	 * Tells whether a command line is meant for this class.
	 * @param arguments the command line
	 * @return true if it begins with one of its commands
	 */
	public static boolean isMeant(List<String> arguments) {
		return !arguments.isEmpty() && List.of("dead-letters", "sweep").contains(arguments.getFirst());
	}

	/**
	 * Runs a command.
	 * @param arguments its words and options
	 * @param environment the environment variables
	 * @param out where the answer goes
	 * @param err where complaints go
	 * @return exit code of the process
	 */
	public static int run(List<String> arguments, Map<String, String> environment, PrintWriter out, PrintWriter err) {
		CommandLine line = new CommandLine(new OperatorCommand(environment)).setOut(out).setErr(err);
		line.setExecutionExceptionHandler((failure, command, parsed) -> {
			if (failure instanceof StartException || failure instanceof RefusedException) {
				err.println(failure.getMessage());
				return FAILED;
			}
			throw failure;
		});
		return line.execute(arguments.toArray(String[]::new));
	}

	/**
	 * Runs a command of this process.
	 * @param arguments its words and options
	 * @return exit code of the process
	 */
	public static int run(List<String> arguments) {
		return run(arguments, System.getenv(), new PrintWriter(System.out, true, StandardCharsets.UTF_8),
				new PrintWriter(System.err, true, StandardCharsets.UTF_8));
	}

	ServiceClient service() {
		if (this.url == null) {
			return ServiceClient.of(this.data);
		}
		String token = this.environment.get(TOKEN);
		if (token == null) {
			throw new ParameterException(this.spec.commandLine(),
					"--url needs a token in the environment variable " + TOKEN);
		}
		return new ServiceClient(this.url, token);
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "A command is missing");
	}

}
