package org.imageingest.bulk.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import org.imageingest.bulk.BulkJobsConfiguration;
import org.imageingest.bulk.command.Failures.Told;
import org.imageingest.data.StartException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The commands of this app. Settings of the application ({@code --store.bucket=photos})
 * may stand anywhere among the arguments.
 */
@Command(name = "bulk-jobs", mixinStandardHelpOptions = true,
		subcommands = { ImportCommand.class, ReprocessCommand.class, JobsCommand.class },
		description = "Imports photos in bulk, and makes their variants anew. Whatever stops a job, the same command goes on where it was.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:done; what was skipped is in the report", "1:failed; the same command goes on",
				"2:the command is wrong, or there is no such source or job",
				"3:stopped when asked to; the same command goes on", "4:another process works on the same" },
		footer = { "", "Settings of the application are given as --name=value, for example",
				"--store.bucket=photos --ingest.identity-key=... --image.workers=4" })
public final class BulkCommand implements Runnable {

	private final BiFunction<Assignment, List<String>, ExitCode> application;

	private final List<String> settings;

	@Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT,
			description = "data folder of a standalone, running or not, whose store and identity key are used")
	private @Nullable Path data;

	@Spec
	@SuppressWarnings("NullAway.Init") // set by picocli
	private CommandSpec spec;

	private BulkCommand(BiFunction<Assignment, List<String>, ExitCode> application, List<String> settings) {
		this.application = application;
		this.settings = settings;
	}

	/**
	 * Runs a command.
	 * @param arguments its words and options, and settings of the application
	 * @return exit code of the process
	 */
	public static int run(List<String> arguments) {
		return run(arguments, BulkApplication::perform);
	}

	static int run(List<String> arguments, BiFunction<Assignment, List<String>, ExitCode> application) {
		List<String> settings = arguments.stream().filter(BulkCommand::isSetting).toList();
		List<String> words = arguments.stream().filter((argument) -> !isSetting(argument)).toList();
		if (TaskLaunch.isMeant(words, settings)) {
			// The words, too: the server shows with a task what its application was told.
			return application.apply(new TaskLaunch(words), arguments).number();
		}
		return new CommandLine(new BulkCommand(application, settings)).execute(words.toArray(String[]::new));
	}

	private static boolean isSetting(String argument) {
		return argument.matches("--[A-Za-z][\\w\\[\\]-]*(\\.[\\w\\[\\]-]+)+(=.*)?");
	}

	int perform(Assignment assignment, boolean needsEngine) {
		List<String> all = new ArrayList<>(this.settings);
		all.add("--" + BulkJobsConfiguration.WORKING + "=" + needsEngine);
		Path folder = this.data;
		return (folder != null) ? performOn(folder, assignment, needsEngine, all)
				: this.application.apply(assignment, all).number();
	}

	/** What was said on the command line stays. */
	private int performOn(Path folder, Assignment assignment, boolean needsEngine, List<String> all) {
		try (StandaloneData standalone = new StandaloneData(folder, name())) {
			if (!isSaid("spring.datasource.url")) {
				standalone.openDatabase(needsEngine);
			}
			if (needsEngine && !isSaid("store.endpoint")) {
				standalone.openStore();
			}
			standalone.settings().forEach((name, value) -> {
				if (!isSaid(name)) {
					all.add("--" + name + "=" + value);
				}
			});
			return this.application.apply(assignment, all).number();
		}
		catch (StartException ex) {
			Told told = Failures.tell(ex).orElseThrow(() -> ex);
			this.spec.commandLine().getErr().println(told.message());
			return told.code().number();
		}
	}

	private boolean isSaid(String name) {
		return this.settings.stream().anyMatch((setting) -> setting.startsWith("--" + name + "="));
	}

	/** The words of the command, for example {@code bulk-jobs jobs list}. */
	private String name() {
		ParseResult parsed = this.spec.commandLine().getParseResult();
		List<String> words = new ArrayList<>(List.of(this.spec.name()));
		while (parsed.hasSubcommand()) {
			parsed = parsed.subcommand();
			words.add(parsed.commandSpec().name());
		}
		return String.join(" ", words);
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "A command is missing");
	}

}
