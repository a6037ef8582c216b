package org.imageingest.standalone.token;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.data.DataFolder;
import org.imageingest.data.Secrets;
import org.imageingest.standalone.CommandLine;

/**
 * Prints one access token and nothing else. It needs no running standalone.
 */
public final class TokenCommand {

	/** What the token of the address at start-up allows, too. */
	public static final List<String> DEFAULT_SCOPES = List.of("ingest:read", "ingest:write");

	/** Whom a token stands for if nobody is named. */
	public static final String DEFAULT_USER = "local";

	private static final CommandLine.Syntax SYNTAX = new CommandLine.Syntax("""
			Usage: ./run token [--user NAME] [--scope SCOPE]... [--data DIR]

			Prints an access token, good for twelve hours, for the service on the data folder.

			  --user NAME    whom it stands for: the owner of what is uploaded (default: local)
			  --scope SCOPE  what it allows: ingest:read, ingest:write, ingest:admin
			                 (can be repeated; default: ingest:read and ingest:write)
			  --data DIR     the data folder (default: ./data)
			""", List.of("user", "scope", "data"));

	private TokenCommand() {
	}

	/**
	 * Runs the command.
	 * @param arguments what follows its name
	 * @param out where the token goes
	 */
	public static void run(List<String> arguments, PrintStream out) {
		CommandLine line = SYNTAX.parse(arguments);
		if (line.helpAsked()) {
			out.print(SYNTAX.usage());
			return;
		}
		Secrets secrets = Secrets.of(DataFolder.at(Path.of(line.value("data", "./data"))));
		List<String> scopes = line.values("scope");
		out.println(TokenIssuer.of(secrets.tokenKeys())
			.issue(line.value("user", DEFAULT_USER), scopes.isEmpty() ? DEFAULT_SCOPES : scopes));
	}

}
