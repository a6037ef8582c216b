package org.imageingest.bulk.command;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

import org.imageingest.bulk.item.SourceException;
import org.imageingest.bulk.lease.LeaseHeldException;
import org.imageingest.data.DataFolderInUseException;
import org.imageingest.data.StartException;

import org.springframework.batch.core.job.parameters.InvalidJobParametersException;

/**
 * Tells failures that need no stack trace.
 */
final class Failures {

	private static final String H2_IN_USE = "90020";

	private static final int MAX_DEPTH = 50;

	private Failures() {
	}

	/**
	 * Finds what an operator can do something about.
	 * @param failure what came out of the application
	 * @return nothing if it is a fault of ours or of the surroundings
	 */
	static Optional<Told> tell(Throwable failure) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
			Optional<Told> told = direct(cause);
			if (told.isPresent()) {
				return told;
			}
			cause = cause.getCause();
		}
		return Optional.empty();
	}

	private static Optional<Told> direct(Throwable failure) {
		return switch (failure) {
			case NotDoneException ex -> Optional.of(new Told(ex.code(), outlook(ex.code())));
			case LeaseHeldException ex -> Optional.of(new Told(ExitCode.HELD, String.valueOf(ex.getMessage())));
			case SourceException ex -> Optional.of(new Told(ExitCode.WRONG_USAGE, String.valueOf(ex.getMessage())));
			case DataFolderInUseException ex -> Optional.of(new Told(ExitCode.HELD, String.valueOf(ex.getMessage())));
			case JobsInUseException ex -> Optional.of(new Told(ExitCode.HELD, String.valueOf(ex.getMessage())));
			case StartException ex -> Optional.of(new Told(ExitCode.FAILED, String.valueOf(ex.getMessage())));
			case InvalidJobParametersException ex ->
				Optional.of(new Told(ExitCode.WRONG_USAGE, String.valueOf(ex.getMessage())));
			case SQLException ex when H2_IN_USE.equals(ex.getSQLState()) -> Optional
				.of(new Told(ExitCode.HELD, "Another process uses the database file. While a job runs on H2, stop it"
						+ " with Ctrl-C or SIGTERM; PostgreSQL takes several processes"));
			case SQLTransientConnectionException ex -> Optional.of(new Told(ExitCode.FAILED,
					"The database does not answer: " + ex.getMessage() + ". The same command goes on where it was"));
			default -> Optional.empty();
		};
	}

	private static String outlook(ExitCode code) {
		return switch (code) {
			case STOPPED -> "Stopped. The same command goes on where it was.";
			case FAILED -> "Failed. The same command goes on where it was.";
			default -> "";
		};
	}

	/**
	 * A failure in words.
	 *
	 * @param code how the process ends
	 * @param message for the operator; empty if all is said
	 */
	record Told(ExitCode code, String message) {
	}

}
