package org.imageingest.endtoend.page;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * The page as its users have it: in a real browser, with the real pipeline behind it,
 * which all tests share. Each test has photos of its own names.
 */
class PageIntegrationTests {

	private static final String REFUSED_TYPE = "status of 415";

	private static final String REFUSED_TOKEN = "status of 401";

	private static final String AWAY = "net::ERR_";

	@TempDir
	static Path data;

	@TempDir
	static Path files;

	private static StandaloneProcess standalone;

	private Chromium browser;

	private UploadPage page;

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
		this.browser = Chromium.start();
		this.page = new UploadPage(this.browser.driver());
		this.page.open(standalone.page());
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void twentyPhotosBecomeTwentyThumbnailsThatAreThereAfterAReload() throws Exception {
		this.page.tag("lake, holiday");
		this.page.choose(PhotoFiles.write(files, "twenty", 20));

		this.page.awaitPictures("twenty", 20);
		assertThat(this.page.inGroup("twenty", "completed")).isEqualTo(20);
		assertThat(this.page.byId("summary").getText()).contains("ready").doesNotContain("running", "failed");

		this.page.reload();
		this.page.awaitPictures("twenty", 20);
		assertThat(this.page.tiles("twenty")).isEqualTo(20);
		assertThatBrowserComplainsOnlyOf();
	}

	@Test
	void detailsTellSizesMetadataAndWhatWasLeftOut() throws Exception {
		this.page.tag("lake, holiday");
		this.page.choose(PhotoFiles.write(files, "details", 1));
		this.page.awaitPictures("details", 1);

		this.page.button("details", "open").click();

		String text = this.page.detail("body").getText();
		assertThat(text).contains("1200 × 900", "300 × 225", "% smaller")
			.contains("Testcam T1", "holiday, lake")
			.contains("where it was taken (GPS)", "serial numbers");
		List<String> links = this.page.details()
			.findElements(By.cssSelector("a"))
			.stream()
			.map((link) -> link.getAttribute("href"))
			.toList();
		assertThat(links).hasSizeGreaterThanOrEqualTo(5)
			.allSatisfy((link) -> assertThat(standalone.client().fetch(URI.create(link)).statusCode()).isEqualTo(200));
		assertThatBrowserComplainsOnlyOf();
	}

	@Test
	void folderIsTakenWithAllThatIsInItButHiddenFiles() throws Exception {
		Path folder = Files.createDirectories(files.resolve("folder"));
		PhotoFiles.write(folder, "folder-a", 2);
		PhotoFiles.write(folder.resolve("inside"), "folder-b", 1);
		Files.writeString(folder.resolve(".DS_Store"), "not for people");

		this.page.chooseFolder(folder);

		this.page.awaitPictures("folder-", 3);
		assertThat(this.page.tiles(".DS_Store")).isZero();
		assertThatBrowserComplainsOnlyOf();
	}

	@Test
	void droppedPdfIsToldWhyItIsNotTaken() {
		this.page.drop("letter.pdf", "%PDF-1.7 is a letter", "application/pdf");

		this.page.awaitInGroup("letter.pdf", "failed", 1);
		assertThat(this.page.tile("letter.pdf").getText()).contains("Not an image that we take", "JPEG, PNG");
		assertThat(this.page.button("letter.pdf", "again").isDisplayed()).isFalse();
		assertThatBrowserComplainsOnlyOf(REFUSED_TYPE);
	}

	@Test
	void tokenIsAskedForWhereThereIsNoneOrABadOne() {
		// Another tab, so to speak: the session storage of the first is not there.
		this.browser.close();
		this.browser = Chromium.start();
		this.page = new UploadPage(this.browser.driver());
		this.page.open(standalone.client().base().resolve("/"));
		assertThat(this.page.byId("token").getText()).contains("needs an access token", "./run token");
		assertThat(this.page.byId("intake").isDisplayed()).isFalse();

		this.page.byId("token-input").sendKeys("no-token", Keys.ENTER);
		await().untilAsserted(() -> assertThat(this.page.byId("token").getText()).contains("does not accept"));

		this.page.byId("token-input").sendKeys(standalone.page().toString(), Keys.ENTER);
		await().untilAsserted(() -> assertThat(this.page.byId("intake").isDisplayed()).isTrue());
		assertThat(this.page.byId("token").isDisplayed()).isFalse();
		assertThat(this.browser.driver().getCurrentUrl()).doesNotContain("token");
		assertThatBrowserComplainsOnlyOf(REFUSED_TOKEN);
	}

	@Test
	void keyboardAloneOpensGoesOnAndReturns() throws Exception {
		this.page.choose(PhotoFiles.write(files, "keys", 2));
		this.page.awaitPictures("keys", 2);

		this.page.tabTo("Details of keys-01.jpg");
		this.page.press(Keys.ENTER);
		assertThat(this.page.detail("title").getText()).isEqualTo("keys-01.jpg");
		this.page.press(Keys.ARROW_RIGHT);
		assertThat(this.page.detail("title").getText()).isEqualTo("keys-02.jpg");
		this.page.press(Keys.ESCAPE);

		assertThat(this.page.details().isDisplayed()).isFalse();
		assertThat(this.page.focused()).isEqualTo("Details of keys-01.jpg");
	}

	@Test
	void nothingIsWiderThanASmallTelephone() throws Exception {
		this.page.choose(PhotoFiles.write(files, "telephone-with-a-name-that-is-longer-than-the-screen-is-wide", 1));
		this.page.awaitPictures("telephone", 1);
		this.browser.telephone(360);

		this.page.assertThatNothingIsWiderThanTheWindow();
		this.page.button("telephone", "open").click();
		this.page.assertThatNothingIsWiderThanTheWindow();
		WebElement body = this.page.detail("body");
		assertThat(body.getSize().getWidth()).isLessThanOrEqualTo(360);
		assertThat(body.getDomProperty("scrollWidth")).isEqualTo(body.getDomProperty("clientWidth"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void assistiveTechnologyFindsNothingWrong(String scheme) throws Exception {
		this.browser.colours(scheme);
		String name = "axe-" + scheme;
		this.page.choose(PhotoFiles.write(files, name, 1));
		this.page.drop(name + ".pdf", "%PDF-1.7", "application/pdf");
		this.page.awaitPictures(name, 1);
		this.page.awaitInGroup(name + ".pdf", "failed", 1);
		assertThatAxeFindsNothing("the gallery");

		this.page.button(name + "-01.jpg", "open").click();
		assertThatAxeFindsNothing("the details");
	}

	@Test
	void serviceThatIsKilledCostsNothingButTime() throws Exception {
		this.page.choose(PhotoFiles.write(files, "killed", 12));
		await().until(() -> this.page.inGroup("killed", "completed") >= 1);

		int port = standalone.client().base().getPort();
		standalone.kill();
		await().atMost(Duration.ofSeconds(20)).until(() -> this.page.byId("lost").isDisplayed());
		standalone = StandaloneProcess.start(data, port);

		this.page.awaitInGroup("killed", "completed", 12);
		this.page.awaitPictures("killed", 12);
		assertThat(this.page.byId("lost").isDisplayed()).isFalse();
		assertThatBrowserComplainsOnlyOf(AWAY);
	}

	private void assertThatAxeFindsNothing(String what) {
		Results results = new AxeBuilder().analyze(this.browser.driver());
		assertThat(results.getPasses()).isNotEmpty();
		assertThat(results.getViolations()).as(what).isEmpty();
	}

	/**
	 * Errors of scripts and breaches of the content security policy are never expected.
	 */
	private void assertThatBrowserComplainsOnlyOf(String... expected) {
		assertThat(this.browser.complaints()).allSatisfy((complaint) -> assertThat(List.of(expected)).as(complaint)
			.anySatisfy((part) -> assertThat(complaint).contains("Failed to load resource", part)));
	}

}
