package org.imageingest.source.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.imageingest.source.ApiClient.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The served document, held against answers. Stricter than it says: members that it does
 * not name are faults here.
 */
final class Contract {

	private static final String BASE = "/api/v1";

	private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final JsonNode document;

	private final Set<String> seen = new TreeSet<>();

	Contract(JsonNode document) {
		this.document = document;
		close(document);
	}

	/** Forbids members that a schema does not name. */
	private static void close(JsonNode node) {
		if (node instanceof ObjectNode object && object.path("properties").isObject()
				&& !object.has("additionalProperties")) {
			object.put("additionalProperties", false);
		}
		node.forEach(Contract::close);
	}

	/** All operations, such as {@code GET /api/v1/health}, variables without names. */
	Set<String> operations() {
		return answers().stream()
			.map((answer) -> answer.substring(0, answer.lastIndexOf(' ')))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** All documented answers, such as {@code GET /api/v1/health 200}. */
	Set<String> answers() {
		Set<String> answers = new TreeSet<>();
		for (var path : this.document.path("paths").properties()) {
			for (var operation : path.getValue().properties()) {
				for (var response : operation.getValue().path("responses").properties()) {
					if (!response.getKey().equals("default")) {
						answers.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + BASE
								+ path.getKey().replaceAll("\\{[^}]*}", "{}") + " " + response.getKey());
					}
				}
			}
		}
		return answers;
	}

	Set<String> seen() {
		return this.seen;
	}

	/** Checks that an answer is documented, and is as documented. */
	Reply check(String operation, Reply reply) {
		JsonNode response = note(operation, reply.status());
		JsonNode content = resolve(response).path("content");
		resolve(response).path("headers")
			.properties()
			.forEach((header) -> assertThat(reply.header(header.getKey())).as(operation + " has " + header.getKey())
				.isNotEmpty());
		if (content.isMissingNode()) {
			assertThat(reply.text()).isEmpty();
			return reply;
		}
		String type = reply.header("Content-Type").split(";")[0];
		JsonNode media = content.path(type);
		assertThat(media.isMissingNode()).as("%s %s as %s", operation, reply.status(), type).isFalse();
		assertThat(faults(media.path("schema"), reply.json())).as("%s answered %s", operation, reply.text()).isEmpty();
		return reply;
	}

	JsonNode note(String operation, int status) {
		this.seen.add(operation + " " + status);
		String[] call = operation.split(" ");
		for (var path : this.document.path("paths").properties()) {
			if ((BASE + path.getKey().replaceAll("\\{[^}]*}", "{}")).equals(call[1])) {
				JsonNode response = path.getValue()
					.path(call[0].toLowerCase(Locale.ROOT))
					.path("responses")
					.path(Integer.toString(status));
				assertThat(response.isMissingNode()).as("%s %s is not documented", operation, status).isFalse();
				return response;
			}
		}
		throw new AssertionError(operation + " is not documented");
	}

	/** What is wrong with the examples of the document itself. */
	List<String> faultsOfExamples() {
		return this.document.findParents("schema")
			.stream()
			.flatMap((media) -> Stream
				.concat(media.path("examples").valueStream().map((example) -> example.path("value")),
						Stream.of(media.path("example")))
				.filter((example) -> !example.isMissingNode() && !media.path("name").isString())
				.flatMap((example) -> faults(media.path("schema"), example).stream()
					.map((fault) -> example + ": " + fault)))
			.toList();
	}

	private List<String> faults(JsonNode schema, JsonNode value) {
		ObjectNode whole = ((ObjectNode) schema).deepCopy();
		whole.set("components", this.document.path("components"));
		return this.schemas.getSchema(whole).validate(value).stream().map(Object::toString).toList();
	}

	private JsonNode resolve(JsonNode node) {
		String reference = node.path("$ref").asString("");
		return reference.isEmpty() ? node : this.document.at(reference.substring(1));
	}

}
