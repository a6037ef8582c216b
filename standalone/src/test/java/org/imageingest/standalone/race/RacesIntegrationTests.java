package org.imageingest.standalone.race;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uploads, cancellations, deletions, imports and renewals of the same bytes at once: no
 * image comes back, none is half there or somebody else's, and none is gone that nobody
 * deleted.
 */
class RacesIntegrationTests {

	@TempDir
	Path folder;

	@Test
	void everyRaceEndsAsItMay() throws Exception {
		assertThatAllEndWell(Integer.getInteger("faults.races.short", 50));
	}

	@Test
	@Tag("faults")
	void thousandsOfRacesEndAsTheyMay() throws Exception {
		assertThatAllEndWell(Integer.getInteger("faults.races", 5000));
	}

	private void assertThatAllEndWell(int races) throws Exception {
		try (Races running = new Races(this.folder)) {
			assertThat(running.run(races, Long.getLong("faults.seed", System.nanoTime()))).isEmpty();
		}
	}

}
