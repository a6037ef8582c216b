package org.imageingest.testkit.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of options in the README of an app, between two marks.
 *
 * @param readme the file
 */
record OptionsTable(Path readme) {

	private static final String BEGIN = "<!-- options: made from the configuration metadata -->";

	private static final String END = "<!-- end of options -->";

	static String of(List<AppOption> options) {
		return options.stream()
			.map(AppOption::row)
			.collect(Collectors.joining("\n", "| option | default | meaning |\n|---|---|---|\n", ""));
	}

	/**
	 * Returns what stands between the marks.
	 * @return the table
	 * @throws IOException if the file cannot be read or has no such marks
	 */
	String read() throws IOException {
		String text = text();
		return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END)).strip();
	}

	void write(String table) throws IOException {
		String text = text();
		Files.writeString(this.readme, text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + "\n\n" + table + "\n\n"
				+ text.substring(text.indexOf(END)));
	}

	private String text() throws IOException {
		String text = Files.readString(this.readme);
		if (!text.contains(BEGIN) || text.indexOf(END) < text.indexOf(BEGIN)) {
			throw new IOException(this.readme + " has no lines " + BEGIN + " and " + END);
		}
		return text;
	}

}
