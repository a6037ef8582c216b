package org.imageingest.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.data.RuntimeInfo;
import org.imageingest.endtoend.bucket.Bucket;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.process.StandaloneProcess;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything in one JVM: the standalone as a process of its own.
 */
final class EmbeddedStack implements PipelineStack {

	private static final String BUCKET = "images";

	private final StandaloneProcess standalone;

	private final Bucket bucket;

	private EmbeddedStack(StandaloneProcess standalone, Bucket bucket) {
		this.standalone = standalone;
		this.bucket = bucket;
	}

	/**
	 * Starts a standalone.
	 * @param data an empty folder
	 * @return the running pipeline
	 */
	static EmbeddedStack start(Path data) throws IOException {
		StandaloneProcess standalone = StandaloneProcess.start(data);
		RuntimeInfo running = JsonMapper.shared()
			.readValue(Files.readString(data.resolve("runtime.json")), RuntimeInfo.class);
		return new EmbeddedStack(standalone, new Bucket(running.endpoints().s3(), BUCKET,
				running.credentials().s3AccessKey(), running.credentials().s3SecretKey()));
	}

	@Override
	public List<PipelineClient> clients() {
		return List.of(this.standalone.client());
	}

	/**
	 * Returns an access token as the standalone printed it.
	 * @return the token
	 */
	String token() {
		return this.standalone.page().getFragment().substring("token=".length());
	}

	@Override
	public Bucket bucket() {
		return this.bucket;
	}

	@Override
	public void close() {
		this.bucket.close();
		this.standalone.close();
	}

}
