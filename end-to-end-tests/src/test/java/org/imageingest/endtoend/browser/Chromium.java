package org.imageingest.endtoend.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.imageingest.testkit.process.Program;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The Chromium or Chrome of this machine, without a window.
 */
public final class Chromium implements AutoCloseable {

	/** What to do where none is found. */
	public static final String MISSING = "No browser: chromium (or google-chrome) and chromedriver have to be on the PATH";

	private final ChromeDriver driver;

	private Chromium(ChromeDriver driver) {
		this.driver = driver;
	}

	/** Tells whether browser and driver are on the path. */
	public static boolean isHere() {
		return program().isPresent() && Program.find("chromedriver").isPresent();
	}

	private static Optional<Path> program() {
		return Stream.of("chromium", "chromium-browser", "google-chrome")
			.flatMap((name) -> Program.find(name).stream())
			.findFirst();
	}

	/** Starts it with nothing open. */
	public static Chromium start() {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(program().orElseThrow().toFile());
		// The sandbox refuses root, as whom continuous integration often runs; what is
		// shown is our own.
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--window-size=1280,900");
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability("goog:loggingPrefs", logs);
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(Program.find("chromedriver").orElseThrow().toFile())
			.usingAnyFreePort()
			.build();
		return new Chromium(new ChromeDriver(service, options));
	}

	/** Returns what clicks and looks. */
	public ChromeDriver driver() {
		return this.driver;
	}

	/**
	 * Makes the window as small as a telephone.
	 * @param width width in CSS pixels
	 */
	public void telephone(int width) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", true));
	}

	/**
	 * Sets what the user prefers.
	 * @param scheme {@code light} or {@code dark}
	 */
	public void colours(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	/**
	 * Runs a script in each page that is loaded from now on, before its own.
	 * @param script JavaScript
	 */
	public void runFirst(String script) {
		this.driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
	}

	/**
	 * Lets requests fail before they leave the browser, or none any more.
	 * @param patterns parts of addresses, with asterisks
	 */
	public void block(String... patterns) {
		this.driver.executeCdpCommand("Network.enable", Map.of());
		this.driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(patterns)));
	}

	/**
	 * Returns what the browser complains of: errors of scripts, breaches of the content
	 * security policy, answers that are no success.
	 * @return the complaints since the last call
	 */
	public List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
