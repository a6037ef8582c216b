package org.imageingest.standalone;

import java.net.URI;

import org.imageingest.data.DataDirectory;
import org.imageingest.data.RuntimeInfo.Endpoints;
import org.imageingest.data.Secrets;
import org.imageingest.data.StartException;
import org.imageingest.data.store.EmbeddedObjectStore;
import org.imageingest.data.store.ObjectStoreSettings;
import org.imageingest.standalone.Parts.Part;
import org.imageingest.standalone.app.App;
import org.imageingest.standalone.app.AppSettings;
import org.imageingest.standalone.app.PipelineApps;
import org.imageingest.standalone.broker.BrokerSettings;
import org.imageingest.standalone.broker.EmbeddedBroker;
import org.imageingest.standalone.broker.QueueSettings;
import org.imageingest.standalone.token.TokenCommand;
import org.imageingest.standalone.token.TokenIssuer;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the whole pipeline, part by part.
 */
final class Standalone {

	private static final int ANY_FREE_PORT = 0;

	private final Parts parts;

	/**
	 * Makes a standalone.
	 * @param parts takes what is started; closing it stops the standalone, at any moment
	 */
	Standalone(Parts parts) {
		this.parts = parts;
	}

	/**
	 * Starts everything.
	 * @param options what the command line says
	 * @return the address of the page, with a token
	 * @throws StartException if a part does not start; what was started then runs on
	 * until the parts are closed
	 */
	URI start(StandaloneOptions options) {
		DataDirectory data = this.parts.begin("data folder", () -> DataDirectory.open(options.data(), "./run")).await();
		URI http = URI.create("http://127.0.0.1:" + HttpPort.free(options.port()));
		Secrets secrets = data.secrets();
		Part<EmbeddedObjectStore> storing = this.parts.begin("object store",
				() -> EmbeddedObjectStore.start(ObjectStoreSettings.of(data)));
		Part<EmbeddedBroker> broker = this.parts.begin("broker",
				() -> EmbeddedBroker.start(new BrokerSettings(data.path("broker"), ANY_FREE_PORT, secrets.brokerUser(),
						secrets.brokerPassword(), QueueSettings.ofPipeline())));
		EmbeddedObjectStore store = storing.await();
		int amqpPort = broker.await().port();
		startApps(new PipelineApps(new AppSettings(data, http, amqpPort, store, DataDirectory.BUCKET)));
		data.publish(new Endpoints(http, URI.create("amqp://127.0.0.1:" + amqpPort), store.endpoint()));
		String token = TokenIssuer.of(secrets.tokenKeys())
			.issue(TokenCommand.DEFAULT_USER, TokenCommand.DEFAULT_SCOPES);
		return http.resolve("/#token=" + token);
	}

	/** The first to be stopped is begun last: nothing new is taken while work goes on. */
	private void startApps(PipelineApps apps) {
		Part<ConfigurableApplicationContext> sink = begin(apps.sink());
		Part<ConfigurableApplicationContext> processor = begin(apps.processor());
		Part<ConfigurableApplicationContext> source = begin(apps.source());
		source.await();
		processor.await();
		sink.await();
	}

	private Part<ConfigurableApplicationContext> begin(App app) {
		return this.parts.begin(app.name(), app::start);
	}

}
