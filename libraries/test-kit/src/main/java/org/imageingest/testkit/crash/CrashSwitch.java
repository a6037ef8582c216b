package org.imageingest.testkit.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Says where a process is to die, before its start or while it runs. Each process has a
 * switch of its own.
 */
public final class CrashSwitch {

	/** All that the agent is made of: the process has no other class of this kit. */
	private static final List<String> CLASSES = List.of("CrashAgent", "CrashPoint", "CrashPoint$Place",
			"CrashTransformer", "CrashTransformer$Insertion", "Crash");

	private final Path agent;

	private final Path order;

	private CrashSwitch(Path agent, Path order) {
		this.agent = agent;
		this.order = order;
	}

	/**
	 * Makes a switch that is off.
	 * @param folder a folder of its own, made if it is not there
	 * @return the switch
	 * @throws IOException if the disk fails
	 */
	public static CrashSwitch in(Path folder) throws IOException {
		Path absolute = Files.createDirectories(folder).toAbsolutePath();
		return new CrashSwitch(agent(absolute.resolve("crash-agent.jar")), absolute.resolve("crash-order"));
	}

	/**
	 * Returns what the process has to be started with.
	 * @return an option of the JVM
	 */
	public String option() {
		return "-javaagent:" + this.agent + "=" + this.order;
	}

	/**
	 * Orders the process to die.
	 * @param point where
	 * @param passes how often it passes there from now on, the last time included
	 * @throws IOException if the disk fails
	 */
	public void arm(CrashPoint point, int passes) throws IOException {
		Path written = Files.writeString(this.order.resolveSibling("crash-order.new"), point + ":" + passes);
		// The process sees the order whole or not at all.
		Files.move(written, this.order, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Withdraws the order.
	 * @throws IOException if the disk fails
	 */
	public void disarm() throws IOException {
		Files.deleteIfExists(this.order);
	}

	private static Path agent(Path jar) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().putValue("Premain-Class", CrashAgent.class.getName());
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(file, manifest)) {
			for (String name : CLASSES) {
				String resource = CrashAgent.class.getPackageName().replace('.', '/') + "/" + name + ".class";
				entries.putNextEntry(new ZipEntry(resource));
				try (InputStream bytes = CrashAgent.class.getClassLoader().getResourceAsStream(resource)) {
					Objects.requireNonNull(bytes, resource).transferTo(entries);
				}
			}
		}
		return jar;
	}

}
