package org.imageingest.endtoend.page;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.imageingest.testkit.pipeline.Photos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The page as its users have it: in a real browser, with the real pipeline behind it.
 */
class PageIntegrationTests extends PageInBrowser {

	private static final Pattern JOB_ID = Pattern.compile("job_[A-Za-z0-9]+");

	/** Of 255. Seven waves a side are a rough picture; its mean colour alone is at 51. */
	private static final double SIMILAR = 30;

	private static final String REFUSED_TYPE = "status of 415";

	private static final String REFUSED_TOKEN = "status of 401";

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
	void placeholderIsDrawnUntilTheThumbnailIsThere() throws Exception {
		this.browser.block("*thumbnail*");
		this.page.choose(PhotoFiles.write(files, "hash", 1));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.page.placeholders("hash")).isEqualTo(1));
		assertThat(this.page.pictures("hash")).isZero();
		assertThatBrowserComplainsOnlyOf("ERR_BLOCKED_BY_CLIENT");

		this.browser.block();
		this.page.reload();
		this.page.awaitPictures("hash", 1);
		assertThat(this.page.placeholders("hash")).isZero();
		assertThat(this.page.distance("hash", placeholder("hash-01.jpg"))).isLessThan(SIMILAR);
	}

	private static String placeholder(String filename) throws Exception {
		JsonNode jobs = JsonMapper.shared().readTree(standalone.client().ask("GET", "/ingest/jobs").body());
		for (JsonNode job : jobs.get("items")) {
			if (job.get("filename").stringValue().equals(filename)) {
				return standalone.client().status(job.get("jobId").stringValue()).get("placeholder").stringValue();
			}
		}
		throw new AssertionError("There is no job of " + filename);
	}

	@Test
	void keepingTheLocationIsOfferedOnlyWhereItIsAllowed() throws Exception {
		assertThat(this.page.byId("keep-location").isDisplayed()).isFalse();
		// A service that allows it, until the first photo comes
		this.browser.runFirst("""
				const through = window.fetch;
				window.fetch = (address, options) => address === 'page/settings.json'
					? Promise.resolve(Response.json({ keepLocation: true })) : through(address, options);
				""");
		this.page.reload();
		await().untilAsserted(() -> assertThat(this.page.byId("keep-location").isDisplayed()).isTrue());
		this.page.byId("keep-location").click();

		this.page.choose(PhotoFiles.write(files, "located", 1));

		this.page.awaitInGroup("located", "failed", 1);
		assertThat(this.page.tile("located").getText()).contains("Location cannot be kept");
		assertThatBrowserComplainsOnlyOf("status of 422");
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
	void jobIsCancelledWhileOthersAreBeforeIt() throws Exception {
		List<Path> photos = new ArrayList<>(PhotoFiles.write(files, "busy", 16, Photos.jpeg(3000, 2000)));
		photos.addAll(PhotoFiles.write(files, "victim", 1));
		this.page.choose(photos);
		// Until then it has not left the browser
		await().atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.page.tile("victim").getText().contains("Waiting for its turn"));

		this.page.button("victim", "cancel").click();

		this.page.awaitInGroup("victim", "cancelled", 1);
		this.page.button("victim", "open").click();
		Matcher jobId = JOB_ID.matcher(this.page.detail("body").getText());
		assertThat(jobId.find()).isTrue();
		JsonNode status = standalone.client().status(jobId.group());
		assertThat(status.get("status").stringValue()).isEqualTo("cancelled");
		this.page.press(Keys.ESCAPE);
		this.page.awaitInGroup("busy", "completed", 16);
		assertThatBrowserComplainsOnlyOf();
	}

	@Test
	void imageIsDeletedOnceThatIsConfirmed() throws Exception {
		this.page.choose(PhotoFiles.write(files, "deleted", 1));
		this.page.awaitPictures("deleted", 1);
		this.page.button("deleted", "open").click();
		String link = this.page.details().findElement(By.cssSelector(".hero")).getAttribute("href");

		this.page.detail("remove").click();
		assertThat(this.page.focused()).isEqualTo("Keep it");
		this.page.detail("confirm").click();

		await().untilAsserted(() -> assertThat(this.page.detail("state").getText()).isEqualTo("Image deleted"));
		assertThat(standalone.client().fetch(URI.create(link)).statusCode()).isEqualTo(404);
		this.page.press(Keys.ESCAPE);
		assertThat(this.page.pictures("deleted")).isZero();
		assertThatBrowserComplainsOnlyOf();
	}

	@Test
	void photosAreFollowedWhereStreamsDoNotPass() throws Exception {
		this.browser.runFirst("""
				const through = window.fetch;
				window.fetch = (address, options) => options?.headers?.Accept === 'text/event-stream'
					? Promise.reject(new TypeError('No streams here')) : through(address, options);
				""");
		this.page.reload();

		this.page.choose(PhotoFiles.write(files, "streamless", 3));

		this.page.awaitPictures("streamless", 3);
		assertThat(this.page.byId("lost").isDisplayed()).isFalse();
		assertThatBrowserComplainsOnlyOf();
	}

	@Test
	void tokenIsAskedForWhereThereIsNoneOrABadOne() {
		open(standalone.client().base().resolve("/"));
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

	private void assertThatAxeFindsNothing(String what) {
		Results results = new AxeBuilder().analyze(this.browser.driver());
		assertThat(results.getPasses()).isNotEmpty();
		assertThat(results.getViolations()).as(what).isEmpty();
	}

}
