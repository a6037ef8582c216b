package org.imageingest.endtoend.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The matrix as a table for people, written row by row to {@code target/kill-matrix.md}.
 */
final class KillTable {

	private static final Path FILE = Path.of("target", "kill-matrix.md");

	private final List<Account> accounts = new ArrayList<>();

	KillTable() throws IOException {
		Files.writeString(Files.createDirectories(FILE.getParent()).resolve(FILE.getFileName()), """
				Made at %s with Java %s on %s, %d processors.

				| breaks | when or how | photos | jobs | completed | failed, then completed by retry | failed | \
				cancelled | images | staging | for the sweep | seconds | kept |
				|---|---|---|---|---|---|---|---|---|---|---|---|---|
				""".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), Runtime.version(),
				System.getProperty("os.name"), Runtime.getRuntime().availableProcessors()));
	}

	void add(Fault fault, Account account, Duration taken) throws IOException {
		this.accounts.add(account);
		String kept = account.broken().isEmpty() ? "yes" : "**no**: " + String.join("; ", account.broken());
		append("| %s | %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %s |\n".formatted(fault.part(),
				fault.moment(), account.photos(), account.jobs(), account.completed(), account.retried(),
				account.failed(), account.cancelled(), account.images(), account.staged(), account.leftForSweep(),
				taken.toSeconds(), kept));
	}

	void addBroken(Fault fault, Throwable cause) throws IOException {
		String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
		append("| %s | %s | | | | | | | | | | | **broken off**: %s %s |\n".formatted(fault.part(), fault.moment(),
				cause.getClass().getSimpleName(), first));
	}

	/** Sums the rows up; returns the whole as it was written. */
	String close() throws IOException {
		append("\n%d rows, %d photos, %d jobs, %d promises not kept, %d objects left for the sweep.\n".formatted(
				this.accounts.size(), this.accounts.stream().mapToInt(Account::photos).sum(),
				this.accounts.stream().mapToInt(Account::jobs).sum(),
				this.accounts.stream().mapToInt((account) -> account.broken().size()).sum(),
				this.accounts.stream().mapToInt(Account::leftForSweep).sum()));
		return Files.readString(FILE);
	}

	private static void append(String line) throws IOException {
		Files.writeString(FILE, line, StandardOpenOption.APPEND);
	}

}
