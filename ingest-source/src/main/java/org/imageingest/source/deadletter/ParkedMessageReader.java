package org.imageingest.source.deadletter;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.imageingest.messaging.DeadLetters;
import org.imageingest.model.identity.Identifiers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Message;
import org.springframework.stereotype.Component;

/**
 * Reads what is known of a parked message: from the headers of the app that parked it, or
 * from those of RabbitMQ where the broker did so by itself. The embedded broker adds
 * none.
 *
 * @see <a href="https://www.rabbitmq.com/docs/dlx#effects">RabbitMQ, Dead-Lettered
 * Effects on Messages</a>
 */
@Component
class ParkedMessageReader {

	private static final String DELIVERY_LIMIT = "delivery-limit";

	private static final String DEATHS = "x-death";

	private static final int MAX_REASON = 2000;

	private final JsonMapper json;

	private final Clock clock;

	ParkedMessageReader(JsonMapper json, Clock clock) {
		this.json = json;
		this.clock = clock;
	}

	ParkedMessage read(Message message) {
		Map<String, @Nullable Object> headers = message.getMessageProperties().getHeaders();
		Object told = headers.get(DeadLetters.REASON);
		Map<?, ?> death = lastDeath(headers);
		String reason = (told != null) ? told.toString() : brokersReason(death);
		JsonNode body = body(message.getBody());
		String jobId = body.path("jobId").asString("");
		boolean known = Identifiers.isJobId(jobId) && body.path("attempt").isInt();
		String queue = Objects.requireNonNull(message.getMessageProperties().getConsumerQueue(),
				"A delivery tells its queue");
		return new ParkedMessage(queue, reason.substring(0, Math.min(MAX_REASON, reason.length())),
				parkedAt(headers.get(DeadLetters.PARKED_AT), death).truncatedTo(ChronoUnit.MILLIS), told == null,
				known ? jobId : null, known ? body.path("attempt").intValue() : null, message.getBody());
	}

	private JsonNode body(byte[] body) {
		try {
			return this.json.readTree(body);
		}
		catch (JacksonException ex) {
			// That it cannot be read may be why it was parked.
			return this.json.createObjectNode();
		}
	}

	private static @Nullable Map<?, ?> lastDeath(Map<String, @Nullable Object> headers) {
		return (headers.get(DEATHS) instanceof List<?> deaths && !deaths.isEmpty()
				&& deaths.getFirst() instanceof Map<?, ?> death) ? death : null;
	}

	private static String brokersReason(@Nullable Map<?, ?> death) {
		Object reason = (death != null) ? death.get("reason") : null;
		return (reason != null) ? reason.toString().replace('_', '-') : DELIVERY_LIMIT;
	}

	private Instant parkedAt(@Nullable Object told, @Nullable Map<?, ?> death) {
		if (told != null) {
			try {
				return Instant.parse(told.toString());
			}
			catch (DateTimeException ex) {
				return this.clock.instant();
			}
		}
		return (death != null && death.get("time") instanceof Date time) ? time.toInstant() : this.clock.instant();
	}

}
