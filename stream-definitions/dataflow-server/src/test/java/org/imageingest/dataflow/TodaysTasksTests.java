package org.imageingest.dataflow;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TodaysTasksTests {

	@ParameterizedTest
	@ValueSource(strings = { "/tasks/executions/7", "/tasks/executions/7,8", "/tasks/logs/bulk-import-1",
			"/jobs/executions/3", "/jobs/executions/3/steps", "/jobs/executions/3/steps/4/progress",
			"/jobs/instances/2" })
	void asksForExecutionsWhereTodaysTasksKeepThem(String path) {
		assertThat(TodaysTasks.missingParameter("GET", path)).contains(Map.entry("schemaTarget", "boot3"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/tasks/executions", "/tasks/definitions/bulk-import", "/jobs/executions",
			"/jobs/thinexecutions", "/streams/definitions", "/apps" })
	void leavesOtherReadingAlone(String path) {
		assertThat(TodaysTasks.missingParameter("GET", path)).isEmpty();
	}

	@Test
	void registersAppsAsTodays() {
		assertThat(TodaysTasks.missingParameter("POST", "/apps/task/bulk-jobs/1.0"))
			.contains(Map.entry("bootVersion", "3"));
	}

	@Test
	void launchesOnlyWhatIsLaunchedTheOldWay() {
		assertThat(TodaysTasks.isOldLaunch("POST", "/tasks/executions")).isTrue();
		assertThat(TodaysTasks.isOldLaunch("GET", "/tasks/executions")).isFalse();
		assertThat(TodaysTasks.isOldLaunch("POST", "/tasks/executions/launch")).isFalse();
	}

}
