package org.imageingest.endtoend.page;

import java.time.Duration;

import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The page while its service dies and comes back under the same address.
 */
class PageAcrossARestartIntegrationTests extends PageInBrowser {

	@Test
	void serviceThatIsKilledCostsNothingButTime() throws Exception {
		this.page.choose(PhotoFiles.write(files, "killed", 12));
		await().atMost(Duration.ofMinutes(1)).until(() -> this.page.inGroup("killed", "completed") >= 1);

		int port = standalone.client().base().getPort();
		standalone.kill();
		await().atMost(Duration.ofSeconds(20)).until(() -> this.page.byId("lost").isDisplayed());
		standalone = StandaloneProcess.start(data, port);

		this.page.awaitInGroup("killed", "completed", 12);
		this.page.awaitPictures("killed", 12);
		assertThat(this.page.tiles("killed")).as("one job for each photo").isEqualTo(12);
		await().until(() -> !this.page.byId("lost").isDisplayed());
		assertThatBrowserComplainsOnlyOf("net::ERR_");
	}

}
