package org.imageingest.bulk.command;

import java.util.List;

import org.imageingest.bulk.imports.ImportParameters;

import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.context.ApplicationContext;

/**
 * A launch by plain job parameters ({@code source=/photos owner=alice}), as a Data Flow
 * server does it; {@code job=bulk-reprocess} names another job than the import. Types
 * that it adds ({@code run=1,java.lang.Long,true}) are left off: each job knows its own.
 *
 * @param words the arguments
 */
record TaskLaunch(List<String> words) implements Assignment {

	private static final String JOB = "job";

	static boolean isMeant(List<String> words, List<String> settings) {
		return words.stream().anyMatch((word) -> word.matches("-{0,2}(source|owner|job)=.*")) || (words.isEmpty()
				&& settings.stream().anyMatch((setting) -> setting.startsWith("--spring.cloud.task.")));
	}

	@Override
	public ExitCode perform(ApplicationContext context) throws Exception {
		String job = ImportParameters.JOB;
		JobParametersBuilder parameters = new JobParametersBuilder();
		for (String word : this.words) {
			int equals = word.indexOf('=');
			if (equals > 0) {
				String name = word.substring(0, equals).replaceFirst("^-+", "");
				String value = word.substring(equals + 1).replaceFirst(",java\\.[\\w.]+(,(true|false))?$", "");
				if (name.equals(JOB)) {
					job = value;
				}
				else {
					parameters.addString(name, value);
				}
			}
		}
		return new JobAssignment(job, parameters.toJobParameters()).perform(context);
	}

}
