package org.imageingest.endtoend.page;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.endtoend.browser.Chromium;
import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A standalone that all tests of a class share, and a new browser for each test. Each
 * test has photos of its own names.
 */
abstract class PageInBrowser {

	@TempDir
	static Path data;

	@TempDir
	static Path files;

	static StandaloneProcess standalone;

	Chromium browser;

	UploadPage page;

	@BeforeAll
	static void start() throws Exception {
		if (Chromium.isHere()) {
			standalone = StandaloneProcess.start(data, FreePort.find());
		}
	}

	@AfterAll
	static void stop() {
		if (standalone != null) {
			standalone.close();
		}
	}

	/** Before each, so that each is named among the skipped. */
	@BeforeEach
	void open() {
		assumeThat(standalone).as(Chromium.MISSING).isNotNull();
		open(standalone.page());
	}

	final void open(URI address) {
		close();
		this.browser = Chromium.start();
		this.page = new UploadPage(this.browser.driver());
		this.page.open(address);
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	/**
	 * Errors of scripts and breaches of the content security policy are never expected.
	 */
	final void assertThatBrowserComplainsOnlyOf(String... expected) {
		assertThat(this.browser.complaints()).allSatisfy((complaint) -> assertThat(List.of(expected)).as(complaint)
			.anySatisfy((part) -> assertThat(complaint).contains("Failed to load resource", part)));
	}

}
