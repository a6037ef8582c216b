package org.imageingest.source.problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.imageingest.model.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemDescriptionsTests {

	private final ProblemDescriptions descriptions = new ProblemDescriptions(new JsonMapper());

	@ParameterizedTest
	@EnumSource
	void everyProblemSaysWhatItMeansWhyItHappensAndWhatToDo(ProblemType type) {
		ProblemDescription description = this.descriptions.find(ProblemDescription.nameOf(type)).orElseThrow();
		assertThat(description.means()).endsWith(".");
		assertThat(description.because()).isNotEmpty().allMatch((reason) -> reason.endsWith("."));
		assertThat(description.remedy()).endsWith(".");
		assertThat(ProblemPage.of(description)).contains(type.title(), type.uri(), "status " + type.status())
			.doesNotContain("null", "<script");
	}

	@Test
	void problemsThatAskForPatienceSayForHowLong() {
		assertThat(this.descriptions.all()).filteredOn((problem) -> problem.remedy().contains("Retry-After"))
			.isNotEmpty()
			.allMatch((problem) -> problem.headers().contains("Retry-After"));
		assertThat(this.descriptions.all())
			.filteredOn((problem) -> problem.type().status() == 429 || problem.type().status() == 503)
			.allMatch((problem) -> problem.headers().contains("Retry-After"));
	}

	/**
	 * Readers of the repository get the same text. Where it differs, the file that is
	 * written beside the other results of the build takes its place.
	 */
	@Test
	void theDocumentInTheRepositorySaysTheSame() throws Exception {
		String markdown = markdown();
		Path written = Files.writeString(Files.createDirectories(Path.of("target")).resolve("problems.md"), markdown);
		assertThat(Path.of("../docs/problems.md")).as("copy %s there", written).hasContent(markdown);
	}

	private String markdown() {
		return this.descriptions.all()
			.stream()
			.map(ProblemDescriptionsTests::markdown)
			.collect(Collectors.joining("\n",
					"""
							# Problems

							Every error is a problem document ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) with `type`, `title`, `status`,
							`detail` (this occurrence in a sentence) and `instance` (the request or job). Its `type` is the address of a page of the
							service that says what stands here. This file is made from `ingest-source/src/main/resources/problems.yml`.

							""",
					""));
	}

	private static String markdown(ProblemDescription problem) {
		StringBuilder text = new StringBuilder("## " + problem.name() + "\n\n" + problem.type().title() + ", status "
				+ problem.type().status() + ". " + problem.means() + "\n\n");
		problem.because().forEach((reason) -> text.append("* ").append(reason).append('\n'));
		text.append("\n**What to do:** ").append(problem.remedy()).append('\n');
		if (!problem.members().isEmpty()) {
			text.append("\nFurther members: ")
				.append(problem.members()
					.entrySet()
					.stream()
					.map((member) -> "`" + member.getKey() + "` (" + member.getValue() + ")")
					.collect(Collectors.joining(", ")))
				.append(".\n");
		}
		if (!problem.headers().isEmpty()) {
			text.append("\nHeaders: `").append(String.join("`, `", problem.headers())).append("`.\n");
		}
		return text.toString();
	}

}
