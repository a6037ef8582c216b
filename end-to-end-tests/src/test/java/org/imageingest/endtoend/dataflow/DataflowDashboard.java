package org.imageingest.endtoend.dataflow;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a user sees of Data Flow's dashboard and does to it, by what is written on it.
 * Whatever is not there yet is waited for.
 */
final class DataflowDashboard {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	/** Room for the highest dialog. */
	private static final Dimension WINDOW = new Dimension(1280, 1100);

	private static final Path PICTURES = Path.of("target", "dashboard");

	private static final String DIALOG = "//div[@role='dialog']";

	private final ChromeDriver driver;

	DataflowDashboard(ChromeDriver driver) {
		this.driver = driver;
	}

	void open(URI server) {
		this.driver.manage().window().setSize(WINDOW);
		this.driver.get(server + "/dashboard");
	}

	/**
	 * Goes to a list by the menu on the left.
	 * @param list its name there
	 */
	void go(String list) {
		click("//clr-vertical-nav//a[normalize-space()='%s']".formatted(list));
	}

	/**
	 * Tells how a row of the list is.
	 * @param name what it is called
	 * @return the status at its end
	 */
	String status(String name) {
		return at(row(name) + "//clr-dg-cell[last()]", WebElement::getText);
	}

	/**
	 * Tells how the rows of the list are.
	 * @return the status of each, from top to bottom
	 */
	List<String> statuses() {
		return patiently().until(() -> this.driver.findElements(By.xpath("//clr-dg-row//clr-dg-cell[last()]"))
			.stream()
			.map(WebElement::getText)
			.toList(), (statuses) -> true);
	}

	boolean isListed(String name) {
		return !this.driver.findElements(By.xpath(row(name))).isEmpty();
	}

	/** Looks at the first row of that name. */
	void show(String name) {
		click(row(name) + "//a[normalize-space()='%s']".formatted(name));
	}

	/**
	 * Chooses from the menu of a row.
	 * @param name what the row is called
	 * @param action what is to be done with it
	 */
	void choose(String name, String action) {
		click(row(name) + "//button[@aria-label='Available actions']");
		press(action);
	}

	void press(String button) {
		click("//button[normalize-space()='%s']".formatted(button));
	}

	/** Answers the question of a dialog, and waits until it is gone. */
	void answer(String button) {
		click(DIALOG + "//button[normalize-space()='%s']".formatted(button));
		patiently().until(() -> this.driver.findElements(By.xpath(DIALOG)).isEmpty());
	}

	void follow(String link) {
		click("//table//a[normalize-space()='%s']".formatted(link));
	}

	/** Writes the definition of a new stream. */
	void define(String definition) {
		click("//div[contains(@class, 'CodeMirror')]");
		this.driver.switchTo().activeElement().sendKeys(definition);
	}

	void fill(String placeholder, String text) {
		at("//input[@placeholder='%s']".formatted(placeholder), (field) -> {
			field.sendKeys(text);
			return field;
		});
	}

	/** Adds an argument of a launch, in the field that is free. */
	void argue(String argument) {
		By fields = By.xpath("//*[@formarrayname='argumentsControls']//input");
		int before = patiently().until(() -> this.driver.findElements(fields).size(), (count) -> count > 0);
		this.driver.findElements(fields).getLast().sendKeys(argument);
		patiently().until(() -> this.driver.findElements(fields).size() > before);
	}

	/** Opens the dialog with the options of an app in the form of a deployment. */
	void edit(String app) {
		click("//div[div/strong[normalize-space()='%s']]/div[.//*[@formgroupname='appsVersion']]//button"
			.formatted(app));
		patiently().until(() -> this.driver.findElement(By.xpath(DIALOG)).getText().contains("Properties for " + app));
	}

	/** Unfolds a group of options. */
	void group(String name) {
		click(DIALOG + "//a[starts-with(normalize-space(), '%s ')]".formatted(name));
	}

	/**
	 * Tells what is visible of an option.
	 * @param name its full name
	 * @return what stands beside and below its field
	 */
	String option(String name) {
		return at("//input[@id='%s']/ancestor::*[contains(@class, 'clr-form-control')]".formatted(name),
				WebElement::getText);
	}

	void set(String option, String value) {
		at("//input[@id='%s']".formatted(option), (field) -> {
			field.sendKeys(value);
			return field;
		});
	}

	String freetext() {
		press("Freetext");
		return at("//textarea", (area) -> String.valueOf(area.getDomProperty("value")));
	}

	/**
	 * Tells what stands beside a title on the page of one thing.
	 * @param title the title; the first of those that are named so
	 * @return its value
	 */
	String value(String title) {
		return at("(//div[@class='row'][div[@class='key'][normalize-space()='%s']]/div[@class='value'])[1]"
			.formatted(title), WebElement::getText);
	}

	/**
	 * Tells what stands in the last row of the last table.
	 * @return its cells
	 */
	List<String> lastRow() {
		return patiently().until(() -> this.driver.findElements(By.xpath("(//table)[last()]//tr[last()]/td"))
			.stream()
			.map(WebElement::getText)
			.toList(), (cells) -> !cells.isEmpty());
	}

	void awaitHeading(String text) {
		patiently().untilAsserted(() -> assertThat(this.driver.findElement(By.tagName("h1")).getText()).contains(text));
	}

	/** Waits for a message that comes up in a corner. */
	void awaitSaid(String text) {
		patiently().until(() -> this.driver.findElement(By.tagName("body")).getText().contains(text));
	}

	/**
	 * Takes a picture of the window, from the top of the page.
	 * @param name of the file in {@code target/dashboard}, without its ending
	 */
	void picture(String name) throws IOException {
		this.driver.executeScript("document.querySelector('.content-area').scrollTo(0, 0)");
		Files.createDirectories(PICTURES);
		Files.write(PICTURES.resolve(name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
	}

	private static String row(String name) {
		return "(//clr-dg-row[.//a[normalize-space()='%s']])[1]".formatted(name);
	}

	private void click(String path) {
		at(path, (element) -> {
			element.click();
			return element;
		});
	}

	/**
	 * Does something with what is visible and can be used, again if the page was faster.
	 */
	private <T> T at(String path, Function<WebElement, T> action) {
		return patiently().until(() -> this.driver.findElements(By.xpath(path))
			.stream()
			.filter(WebElement::isDisplayed)
			.filter(WebElement::isEnabled)
			.findFirst()
			.map((element) -> {
				this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
				return action.apply(element);
			})
			.orElse(null), (result) -> result != null);
	}

	private static ConditionFactory patiently() {
		return await().atMost(LIMIT)
			.pollInterval(Duration.ofMillis(200))
			.ignoreExceptionsMatching(WebDriverException.class::isInstance);
	}

}
