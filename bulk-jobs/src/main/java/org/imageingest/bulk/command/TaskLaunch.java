package org.imageingest.bulk.command;

import java.util.List;

import org.imageingest.bulk.imports.ImportParameters;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.context.ApplicationContext;

/**
 * A launch by plain job parameters ({@code source=/photos owner=alice}), as a Data Flow
 * server does it. The job is an import, unless the setting
 * {@code spring.batch.job.name=bulk-reprocess} of the task names another. Types that the
 * server adds ({@code run=1,java.lang.Long,true}) are left off: each job knows its own.
 *
 * @param words the arguments
 */
record TaskLaunch(List<String> words) implements Assignment {

	private static final String JOB = "spring.batch.job.name";

	static boolean isMeant(List<String> words, List<String> settings) {
		return words.stream().anyMatch((word) -> word.matches("-{0,2}(source|owner)=.*")) || settings.stream()
			.anyMatch((setting) -> setting.startsWith("--spring.cloud.task.") || setting.startsWith("--" + JOB + "="));
	}

	@Override
	public ExitCode perform(ApplicationContext context) throws Exception {
		String job = context.getEnvironment().getProperty(JOB, ImportParameters.JOB);
		return new JobAssignment(job, parameters()).perform(context);
	}

	private JobParameters parameters() {
		JobParametersBuilder parameters = new JobParametersBuilder();
		for (String word : this.words) {
			int equals = word.indexOf('=');
			if (equals > 0) {
				parameters.addString(word.substring(0, equals).replaceFirst("^-+", ""),
						word.substring(equals + 1).replaceFirst(",java\\.[\\w.]+(,(true|false))?$", ""));
			}
		}
		return parameters.toJobParameters();
	}

}
