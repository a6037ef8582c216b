package org.imageingest.bulk.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.imageingest.bulk.step.ItemCounts;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tells operators of executions.
 */
final class Descriptions {

	/** Values that select nothing. */
	private static final Set<String> OF_NO_INTEREST = Set.of("", "0", "false", "1/1");

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
			if (failure instanceof JobInterruptedException) {
				// The status tells that it was stopped.
				continue;
			}
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
				subject(execution));
	}

	/** What it works on: its source, or how its images are selected. */
	private static String subject(JobExecution execution) {
		String source = execution.getJobParameters().getString("source");
		return (source != null) ? source
				: execution.getJobParameters()
					.parameters()
					.stream()
					.filter(JobParameter::identifying)
					.filter((parameter) -> !OF_NO_INTEREST.contains(String.valueOf(parameter.value())))
					.map((parameter) -> parameter.name() + "=" + parameter.value())
					.sorted()
					.collect(Collectors.joining(" "));
	}

	private static ItemCounts counts(JobExecution execution) {
		return execution.getStepExecutions()
			.stream()
			.max(Comparator.comparingLong(StepExecution::getId))
			.map((step) -> ItemCounts.in(step.getExecutionContext()))
			.orElse(new ItemCounts(0, 0, 0, 0));
	}

}
