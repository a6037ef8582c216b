package org.imageingest.standalone.watch;

import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.imageingest.data.DataDirectory;
import org.imageingest.data.Secrets;
import org.imageingest.data.store.EmbeddedObjectStore;
import org.imageingest.data.store.ObjectStoreSettings;
import org.imageingest.model.identity.IdentityKey;
import org.imageingest.standalone.app.App;
import org.imageingest.standalone.app.AppSettings;
import org.imageingest.standalone.app.PipelineApps;
import org.imageingest.standalone.broker.BrokerSettings;
import org.imageingest.standalone.broker.EmbeddedBroker;
import org.imageingest.standalone.broker.QueueSettings;
import org.imageingest.standalone.token.TokenIssuer;
import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.pipeline.PipelineClient;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole pipeline inside of the test, which adds a configuration of its own to each
 * app. The apps are those of production; only what they run on is embedded.
 */
public final class RunningApps implements AutoCloseable {

	private static final String BUCKET = "images";

	private final Deque<AutoCloseable> started = new ArrayDeque<>();

	private final URI http = URI.create("http://127.0.0.1:" + FreePort.find());

	private final Secrets secrets;

	private final Path objects;

	private final ConfigurableApplicationContext sink;

	private RunningApps(Path folder, Class<?> configuration, Map<String, String> settings) {
		DataDirectory data = started(DataDirectory.open(folder, "a test"));
		this.secrets = data.secrets();
		this.objects = data.path("objects");
		EmbeddedObjectStore store = started(EmbeddedObjectStore.start(new ObjectStoreSettings(this.objects, 0,
				this.secrets.s3AccessKey(), this.secrets.s3SecretKey(), BUCKET)));
		int amqp = started(EmbeddedBroker.start(new BrokerSettings(data.path("broker"), 0, this.secrets.brokerUser(),
				this.secrets.brokerPassword(), QueueSettings.ofPipeline())))
			.port();
		PipelineApps apps = new PipelineApps(new AppSettings(data, this.http, amqp, store, BUCKET));
		this.sink = start(apps.sink(), configuration, settings);
		start(apps.processor(), configuration, settings);
		start(apps.source(), configuration, settings);
	}

	private ConfigurableApplicationContext start(App app, Class<?> configuration, Map<String, String> settings) {
		app.properties().putAll(settings);
		return started(app.with(configuration).start());
	}

	/**
	 * Starts everything.
	 * @param folder an empty data folder
	 * @param configuration added to each app
	 * @param settings properties of each app
	 * @return the running pipeline
	 */
	public static RunningApps start(Path folder, Class<?> configuration, Map<String, String> settings) {
		return new RunningApps(folder, configuration, settings);
	}

	private <T extends AutoCloseable> T started(T part) {
		this.started.push(part);
		return part;
	}

	public PipelineClient client(String owner) {
		return new PipelineClient(this.http,
				TokenIssuer.of(this.secrets.tokenKeys()).issue(owner, List.of("ingest:read", "ingest:write")));
	}

	/**
	 * Returns the name that an image has.
	 * @param owner whose it is
	 * @param photo its bytes
	 * @return name of the image
	 */
	public String imageId(String owner, byte[] photo) {
		try {
			return IdentityKey.ofHex(this.secrets.identityKey())
				.imageId(owner, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns a part of the sink, which has all that publishes.
	 * @param <T> type of the part
	 * @param type type of the part
	 * @return the part
	 */
	public <T> T bean(Class<T> type) {
		return this.sink.getBean(type);
	}

	/** Returns the folder that holds the objects of the bucket under their keys. */
	public Path bucket() {
		return this.objects.resolve(BUCKET);
	}

	@Override
	public void close() throws Exception {
		for (AutoCloseable part : this.started) {
			part.close();
		}
	}

}
