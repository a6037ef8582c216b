package org.imageingest.standalone.operator;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code sweep [--dry-run]}.
 */
@Command(name = "sweep", mixinStandardHelpOptions = true,
		description = { "Removes objects that nobody needs any more, at once instead of on schedule:",
				"staged bytes without a job, and published objects that no document names." })
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class SweepCommand implements Callable<Integer> {

	@ParentCommand
	private OperatorCommand parent;

	@Spec
	private CommandSpec spec;

	@Option(names = "--dry-run", description = "only tell what would go")
	private boolean dryRun;

	@Override
	public Integer call() {
		ServiceClient service = this.parent.service();
		Map<String, Object> request = new HashMap<>(Map.of("dryRun", this.dryRun));
		long seen = 0;
		long removed = 0;
		JsonNode page;
		do {
			page = service.post("/actuator/sweep", request);
			for (JsonNode key : page.path("removed")) {
				this.spec.commandLine().getOut().println(key.asString().replaceAll("\\p{Cntrl}", "?"));
			}
			seen += page.path("seen").asLong();
			removed += page.path("removed").size();
			request.put("after", page.path("next").asString(""));
		}
		while (page.has("next"));
		this.spec.commandLine()
			.getOut()
			.println("%d objects seen, %d %s".formatted(seen, removed, this.dryRun ? "would go" : "removed"));
		return 0;
	}

}
