package org.imageingest.source.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.imageingest.testkit.store.S3TestServer;
import org.imageingest.testkit.token.TestTokens;

import org.springframework.test.context.DynamicPropertyRegistry;

import static org.awaitility.Awaitility.await;

/**
 * What an ingest-source under test runs on: an object store, a database file, keys.
 */
final class IngestServer implements AutoCloseable {

	static final String SCOPES = "ingest:write ingest:read";

	private final S3TestServer s3;

	private final TestTokens tokens;

	private final Path folder;

	private IngestServer(S3TestServer s3, TestTokens tokens, Path folder) {
		this.s3 = s3;
		this.tokens = tokens;
		this.folder = folder;
	}

	static IngestServer start(Path folder, DynamicPropertyRegistry registry) throws Exception {
		S3TestServer s3 = S3TestServer.start();
		TestTokens tokens = new TestTokens();
		Path publicKey = tokens.writePublicKey(folder);
		for (String property : s3.properties(s3.newBucket())) {
			String[] pair = property.split("=", 2);
			registry.add(pair[0], () -> pair[1]);
		}
		registry.add("ingest.identity-key", () -> "0123456789abcdef".repeat(4));
		registry.add("ingest.work-directory", () -> folder.resolve("work").toString());
		registry.add("spring.datasource.url",
				() -> "jdbc:h2:file:" + folder.resolve("jobs") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
		registry.add("spring.security.oauth2.resourceserver.jwt.public-key-location",
				() -> publicKey.toUri().toString());
		return new IngestServer(s3, tokens, folder);
	}

	TestTokens tokens() {
		return this.tokens;
	}

	String token(String owner) {
		return this.tokens.of(owner, SCOPES);
	}

	/** Uploads that lie on the disk. */
	/** Files of uploads in hand. What is walked may vanish meanwhile: then once more. */
	List<Path> workFiles() {
		return await().ignoreExceptionsInstanceOf(UncheckedIOException.class).until(this::walk, Objects::nonNull);
	}

	private List<Path> walk() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder.resolve("work"))) {
			return files.filter(Files::isRegularFile).filter((file) -> !file.toString().endsWith(".lock")).toList();
		}
	}

	/** A small photo that differs with its number. */
	static byte[] photo(int number) {
		BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
		picture.setRGB(0, 0, 8, 8,
				java.util.Collections.nCopies(64, number * 16_001).stream().mapToInt(Integer::intValue).toArray(), 0,
				8);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "jpg", out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/** A photo with trailing bytes, which readers of JPEG pass over. */
	static byte[] photoOf(int bytes) {
		return Arrays.copyOf(photo(0), bytes);
	}

	@Override
	public void close() throws Exception {
		this.s3.close();
	}

}
