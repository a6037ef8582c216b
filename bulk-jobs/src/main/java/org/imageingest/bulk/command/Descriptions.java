package org.imageingest.bulk.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.imageingest.bulk.imports.ImportCounts;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tells operators of executions.
 */
final class Descriptions {

	private Descriptions() {
	}

	/**
	 * Tells how an execution is.
	 * @param execution the execution
	 * @return a line about it, then what it counted and what went wrong
	 */
	static List<String> of(JobExecution execution) {
		List<String> lines = new ArrayList<>();
		lines.add(line(execution));
		lines.add("  " + counts(execution));
		for (Throwable failure : execution.getAllFailureExceptions()) {
			String message = NestedExceptionUtils.getMostSpecificCause(failure).toString();
			if (!lines.contains("  " + message)) {
				lines.add("  " + message);
			}
		}
		return lines;
	}

	static String line(JobExecution execution) {
		return "%6d  instance %-6d %-14s %-9s  %s  %s".formatted(execution.getId(), execution.getJobInstance().getId(),
				execution.getJobInstance().getJobName(), execution.getStatus(),
				(execution.getStartTime() != null) ? execution.getStartTime().withNano(0) : "not started",
				execution.getJobParameters().getString("source", ""));
	}

	private static ImportCounts counts(JobExecution execution) {
		return execution.getStepExecutions()
			.stream()
			.max(Comparator.comparingLong(StepExecution::getId))
			.map((step) -> ImportCounts.in(step.getExecutionContext()))
			.orElse(new ImportCounts(0, 0, 0, 0));
	}

}
