package org.imageingest.source.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class ParkedMessageReaderTests {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private static final String BODY = "{\"v\":1,\"jobId\":\"job_1\",\"attempt\":3,\"later\":[]}";

	private final ParkedMessageReader reader = new ParkedMessageReader(new JsonMapper(),
			InstantSource.fixed(NOW).withZone(ZoneOffset.UTC));

	@Test
	void headersOfTheAppsSayWhyAndWhen() {
		ParkedMessage parked = this.reader.read(message(BODY,
				Map.of("ingest-reason", "S3Exception", "ingest-parked-at", "2026-11-22T09:00:00.123456Z")));
		assertThat(parked.reason()).isEqualTo("S3Exception");
		assertThat(parked.parkedAt()).isEqualTo("2026-11-22T09:00:00.123Z");
		assertThat(parked.byBroker()).isFalse();
		assertThat(parked.jobId()).isEqualTo("job_1");
		assertThat(parked.attempt()).isEqualTo(3);
		assertThat(parked.queue()).isEqualTo("q.dlq");
	}

	@Test
	void whatRabbitMqParkedSaysSoInItsOwnHeaders() {
		Instant death = Instant.parse("2026-11-22T08:00:00Z");
		ParkedMessage parked = this.reader.read(message(BODY, Map.of("x-death",
				List.of(Map.of("reason", "delivery_limit", "queue", "q", "time", Date.from(death))))));
		assertThat(parked.reason()).isEqualTo("delivery-limit");
		assertThat(parked.parkedAt()).isEqualTo(death);
		assertThat(parked.byBroker()).isTrue();
	}

	@Test
	void whatTheEmbeddedBrokerParkedHasNoHeadersAtAll() {
		ParkedMessage parked = this.reader.read(message(BODY, Map.of()));
		assertThat(parked.reason()).isEqualTo("delivery-limit");
		assertThat(parked.parkedAt()).isEqualTo(NOW);
		assertThat(parked.byBroker()).isTrue();
	}

	@Test
	void whatIsNoMessageOfOursHasNoJob() {
		for (String body : List.of("", "\u0000{", "[]", "null", "{\"jobId\":\"../x\",\"attempt\":1}",
				"{\"jobId\":\"job_1\",\"attempt\":\"1\"}")) {
			ParkedMessage parked = this.reader.read(message(body, Map.of("ingest-reason", "x".repeat(5000))));
			assertThat(parked.jobId()).as(body).isNull();
			assertThat(parked.attempt()).as(body).isNull();
			assertThat(parked.reason()).hasSize(2000);
		}
	}

	private static Message message(String body, Map<String, Object> headers) {
		MessageBuilder message = MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8));
		headers.forEach(message::setHeader);
		Message built = message.build();
		built.getMessageProperties().setConsumerQueue("q.dlq");
		return built;
	}

}
