package org.imageingest.endtoend.page;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a user sees of the page and does to it. Photos are told apart by their names.
 */
final class UploadPage {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final Duration POLL = Duration.ofMillis(200);

	private static final String TILES = """
			const of = (name) => [...document.querySelectorAll('#gallery > li')]
				.filter((tile) => tile.querySelector('.name').textContent.startsWith(name));
			""";

	/**
	 * Drags one file over the page as a hand would; the page says by it that it takes
	 * files.
	 */
	private static final String DRAG = """
			const transfer = new DataTransfer();
			transfer.items.add(new File([arguments[1]], arguments[0], { type: arguments[2] }));
			const isTaken = (type) => !document.dispatchEvent(
				new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
			""";

	/**
	 * Mean difference of a value of 0 to 255 between a ThumbHash and the picture shown.
	 */
	private static final String COMPARE = """
			const [name, hash, done] = arguments;
			import('/page/thumbhash.js').then(({ decode }) => {
				const { width, height, pixels } = decode(hash);
				const canvas = Object.assign(document.createElement('canvas'), { width, height });
				const context = canvas.getContext('2d');
				context.drawImage(of(name)[0].querySelector('img'), 0, 0, width, height);
				const shown = context.getImageData(0, 0, width, height).data;
				done(pixels.reduce((sum, value, index) => sum + Math.abs(value - shown[index]), 0) / pixels.length);
			}).catch((error) => done(String(error)));
			""";

	private static final String SCROLL = """
			const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
			scrollTo(0, atEnd ? 0 : scrollY + innerHeight / 2);
			""";

	private final WebDriver driver;

	UploadPage(WebDriver driver) {
		this.driver = driver;
	}

	void open(URI address) {
		this.driver.get(address.toString());
		awaitScripts();
	}

	void reload() {
		this.driver.navigate().refresh();
		awaitScripts();
	}

	/** A driver may say that a page is loaded before the scripts of the page have run. */
	private void awaitScripts() {
		await().atMost(LIMIT)
			.pollInterval(POLL)
			.until(() -> Boolean.TRUE.equals(run(DRAG + "return isTaken('dragover')", "photo", "", "image/jpeg")));
	}

	void choose(List<Path> photos) {
		this.driver.findElement(By.id("files"))
			.sendKeys(photos.stream().map(Path::toString).collect(Collectors.joining("\n")));
	}

	void chooseFolder(Path folder) {
		this.driver.findElement(By.id("folder")).sendKeys(folder.toString());
	}

	void drop(String name, String content, String type) {
		run(DRAG + "isTaken('dragenter'); isTaken('dragover'); isTaken('drop')", name, content, type);
	}

	void tag(String tags) {
		this.driver.findElement(By.id("tags")).sendKeys(tags);
	}

	/**
	 * Returns how many tiles show a picture that was really loaded.
	 * @param name what the names of the photos begin with
	 * @return their number
	 */
	long pictures(String name) {
		return number("return of(arguments[0]).filter((tile) => tile.querySelector('img')?.naturalWidth > 0).length",
				name);
	}

	/**
	 * Returns how many tiles show a drawing in place of a picture that is not loaded.
	 * @param name what the names of the photos begin with
	 * @return their number
	 */
	long placeholders(String name) {
		return number(
				"return of(arguments[0]).filter((tile) => tile.querySelector('canvas')?.getClientRects().length).length",
				name);
	}

	/**
	 * Compares what a ThumbHash is decoded to with the picture that a tile shows.
	 * @param name what the name of the photo begins with
	 * @param hash ThumbHash in base64
	 * @return mean difference of a value of 0 to 255
	 */
	double distance(String name, String hash) {
		Object distance = ((JavascriptExecutor) this.driver).executeAsyncScript(TILES + COMPARE, name, hash);
		return ((Number) Objects.requireNonNull(distance)).doubleValue();
	}

	/**
	 * Returns how many tiles are in a group.
	 * @param name what the names of the photos begin with
	 * @param group running, completed, failed or cancelled
	 * @return their number
	 */
	long inGroup(String name, String group) {
		return number("return of(arguments[0]).filter((tile) => tile.dataset.group === arguments[1]).length", name,
				group);
	}

	long tiles(String name) {
		return number("return of(arguments[0]).length", name);
	}

	/** Waits for pictures, scrolling up and down so that each comes into sight. */
	void awaitPictures(String name, int count) {
		await().atMost(LIMIT).pollInterval(POLL).untilAsserted(() -> {
			run(SCROLL);
			assertThat(pictures(name)).as(() -> "pictures of " + name + " in\n" + text()).isEqualTo(count);
		});
	}

	void awaitInGroup(String name, String group, int count) {
		await().atMost(LIMIT)
			.pollInterval(POLL)
			.untilAsserted(() -> assertThat(inGroup(name, group)).as(() -> group + " of " + name + " in\n" + text())
				.isEqualTo(count));
	}

	private String text() {
		return byId("photos").getText();
	}

	WebElement tile(String name) {
		return (WebElement) Objects.requireNonNull(run("return of(arguments[0])[0]", name));
	}

	WebElement button(String name, String part) {
		return tile(name).findElement(By.cssSelector("[data-part=" + part + "]"));
	}

	WebElement details() {
		return this.driver.findElement(By.id("details"));
	}

	WebElement detail(String part) {
		return details().findElement(By.cssSelector("[data-part=" + part + "]"));
	}

	WebElement byId(String id) {
		return this.driver.findElement(By.id(id));
	}

	void press(CharSequence... keys) {
		new Actions(this.driver).sendKeys(keys).perform();
	}

	/**
	 * Goes on by the tabulator key until an element has the focus.
	 * @param label accessible name of the element
	 */
	void tabTo(String label) {
		for (int i = 0; i < 200; i++) {
			press(Keys.TAB);
			if (this.driver.switchTo().activeElement().getAccessibleName().equals(label)) {
				return;
			}
		}
		throw new AssertionError("The tabulator key does not lead to " + label);
	}

	String focused() {
		return this.driver.switchTo().activeElement().getAccessibleName();
	}

	void assertThatNothingIsWiderThanTheWindow() {
		assertThat(number("return document.documentElement.scrollWidth - innerWidth")).as("pixels beside the window")
			.isNotPositive();
	}

	private long number(String script, Object... arguments) {
		return (Long) Objects.requireNonNull(run(script, arguments));
	}

	private @Nullable Object run(String script, Object... arguments) {
		return ((JavascriptExecutor) this.driver).executeScript(TILES + script, arguments);
	}

}
