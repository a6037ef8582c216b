package org.imageingest.standalone.operator;

import java.io.Console;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code dead-letters list|replay|purge}.
 */
@Command(name = "dead-letters", mixinStandardHelpOptions = true,
		description = "Lists, replays and purges messages that were parked because they kept failing.")
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class DeadLettersCommand implements Runnable {

	private static final String PATH = "/api/v1/dead-letters";

	private static final int PAGE = 200;

	private static final int DONE = 0;

	private static final int NOT_FOR_ALL = 1;

	private static final String IDS = "names of letters, the first in the list";

	@ParentCommand
	private OperatorCommand parent;

	@Spec
	private CommandSpec spec;

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "list, replay or purge is missing");
	}

	@Command(mixinStandardHelpOptions = true, description = "Lists them, the last parked first.")
	int list(@Option(names = "--limit", paramLabel = "COUNT", defaultValue = "1000",
			description = "most letters (default: ${DEFAULT-VALUE})") int limit) {
		ServiceClient service = this.parent.service();
		String cursor = "";
		int listed = 0;
		do {
			JsonNode page = service.get(PATH + "?limit=" + Math.clamp(limit - listed, 1, PAGE) + cursor);
			page.path("items").forEach((letter) -> out().println(line(letter)));
			listed += page.path("items").size();
			cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
			if (cursor.isEmpty() || listed >= limit) {
				out().println(listed + " of " + page.path("total").asInt() + " dead letters");
				return DONE;
			}
		}
		while (true);
	}

	@Command(mixinStandardHelpOptions = true,
			description = "Sends their jobs on their way again: those named, or all that can be.")
	int replay(@Parameters(paramLabel = "ID", arity = "0..*", description = IDS) List<String> ids) {
		ServiceClient service = this.parent.service();
		boolean all = ids == null || ids.isEmpty();
		int replayed = 0;
		int refused = 0;
		JsonNode answer;
		do {
			answer = service.post(PATH + "/replay", all ? Map.of("all", true) : Map.of("ids", ids));
			answer.path("refused").forEach((letter) -> err().println(refusal(letter)));
			replayed += answer.path("replayed").asInt();
			refused += answer.path("refused").size();
		}
		while (all && answer.path("replayed").asInt() > 0 && answer.path("remaining").asInt() > 0);
		out().println(replayed + " replayed, " + refused + " refused");
		return (refused == 0) ? DONE : NOT_FOR_ALL;
	}

	@Command(mixinStandardHelpOptions = true,
			description = { "Removes them for good: those named, or all. Their jobs stay as they are,",
					"and can still be retried by their owners." })
	int purge(@Parameters(paramLabel = "ID", arity = "0..*", description = IDS) List<String> ids,
			@Option(names = "--yes", description = "do not ask") boolean yes) {
		ServiceClient service = this.parent.service();
		boolean all = ids == null || ids.isEmpty();
		if (!yes && !isConfirmed(all ? "all dead letters" : ids.size() + " dead letters")) {
			err().println("Nothing was purged.");
			return NOT_FOR_ALL;
		}
		if (all) {
			out().println(service.delete(PATH + "?all=true").path("purged").asInt() + " purged");
			return DONE;
		}
		for (String id : ids) {
			service.delete(PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
			out().println(plain(id) + " purged");
		}
		return DONE;
	}

	private boolean isConfirmed(String what) {
		Console console = System.console();
		if (console == null) {
			throw new ParameterException(this.spec.commandLine(), "Without a terminal to ask on, say --yes");
		}
		return "yes".equals(console.readLine("Purge %s for good? Type yes: ", what));
	}

	private static String line(JsonNode letter) {
		Duration age = Duration.between(Instant.parse(letter.path("parkedAt").asString()), Instant.now());
		return plain("%s  %s  %s  %s  attempt %s  %s%s  %s  %s".formatted(letter.path("deadLetterId").asString(),
				age(age), letter.path("queue").asString(), letter.path("jobId").asString("no job"),
				letter.path("attempt").asString("-"), letter.path("jobStatus").asString("unknown"),
				letter.path("replayable").asBoolean() ? ", replayable" : "", letter.path("filename").asString("-"),
				letter.path("reason").asString()));
	}

	private static String refusal(JsonNode letter) {
		return plain(letter.path("deadLetterId").asString() + ": " + letter.path("problem").path("detail").asString());
	}

	private static String age(Duration age) {
		if (age.toDays() > 0) {
			return age.toDays() + "d" + age.toHoursPart() + "h";
		}
		return (age.toHours() > 0) ? age.toHours() + "h" + age.toMinutesPart() + "m"
				: age.toMinutes() + "m" + age.toSecondsPart() + "s";
	}

	/** A terminal obeys control characters, and filenames may have any. */
	private static String plain(String text) {
		return text.replaceAll("\\p{Cntrl}", "?");
	}

	private PrintWriter out() {
		return this.spec.commandLine().getOut();
	}

	private PrintWriter err() {
		return this.spec.commandLine().getErr();
	}

}
