package org.imageingest.endtoend.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageingest.endtoend.app.AppJar;
import org.imageingest.endtoend.checkout.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files of an app's image, laid out by the same steps that the {@code Dockerfile}
 * takes: its {@code COPY} lines are read from there.
 */
final class ImageFiles {

	private static final Pattern LAYER = Pattern.compile("COPY --from=build /layers/\\$\\{APP}/(\\S+)/ \\./");

	private static final Pattern SCRIPTS = Pattern.compile("COPY (containers/\\S+(?: containers/\\S+)*) \\./");

	private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

	private ImageFiles() {
	}

	/**
	 * Makes what lies in {@code /app} of the image.
	 * @param app name of the app
	 * @param scratch an empty folder
	 * @return the folder that stands for {@code /app}
	 */
	static Path of(String app, Path scratch) throws IOException, InterruptedException {
		String dockerfile = Files.readString(Checkout.path("Dockerfile"));
		Path layers = scratch.resolve("layers");
		run(List.of(Checkout.path("containers/lay-out").toString(), AppJar.of(app).toString(), layers.toString()));
		Path folder = Files.createDirectories(scratch.resolve("app"));
		List<String> copied = new ArrayList<>();
		Matcher layer = LAYER.matcher(dockerfile);
		while (layer.find()) {
			copied.add(layer.group(1));
			run(List.of("cp", "-a", layers.resolve(layer.group(1)) + "/.", folder.toString()));
		}
		assertThat(copied).containsExactlyInAnyOrder(names(layers));
		Matcher scripts = SCRIPTS.matcher(dockerfile);
		assertThat(scripts.find()).isTrue();
		for (String script : scripts.group(1).split(" ")) {
			run(List.of("cp", Checkout.path(script).toString(), folder.toString()));
		}
		run(List.of(folder.resolve("learn").toString()));
		return folder;
	}

	private static String[] names(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString()).toArray(String[]::new);
		}
	}

	private static void run(List<String> command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		environment(builder, Map.of());
		assertThat(builder.start().waitFor()).as("exit code of %s", command).isZero();
	}

	/**
	 * Leaves of an environment what an image has, and adds variables.
	 * @param builder takes it
	 * @param variables further variables
	 */
	static void environment(ProcessBuilder builder, Map<String, String> variables) {
		builder.environment().clear();
		builder.environment()
			.putAll(Map.of("JAVA_HOME", JAVA_HOME.toString(), "PATH", JAVA_HOME.resolve("bin") + ":/usr/bin:/bin",
					"MALLOC_ARENA_MAX", "2"));
		builder.environment().putAll(variables);
	}

}
