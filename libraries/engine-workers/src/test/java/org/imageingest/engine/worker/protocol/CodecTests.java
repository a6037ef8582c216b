package org.imageingest.engine.worker.protocol;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.worker.protocol.Answer.FailedForNow;
import org.imageingest.engine.worker.protocol.Answer.Faulty;
import org.imageingest.engine.worker.protocol.Answer.Made;
import org.imageingest.engine.worker.protocol.Answer.MadeVariant;
import org.imageingest.engine.worker.protocol.Answer.Refused;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.storage.GpsPosition;
import org.imageingest.model.storage.ImageMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CodecTests {

	private static final Made MADE = new Made("planar", ImageFormat.JPEG,
			new ImageMetadata(3, 4, 4, 3, 6, true, "2024-06-15T14:30:00", true, "Höll", "X", new GpsPosition(1.5, -2),
					"serial", "title", "caption\n\u20ac", List.of("sea", "sun"), "me"),
			List.of("gps"), List.of(new MadeVariant(0, 3, 4), new MadeVariant(3, 1, 2)),
			List.of("variant-not-made:web"), "3OcRJYB4d3h/iIeHeEh3eIhw+j3A", true);

	static List<Answer> answers() {
		ImageMetadata bare = new ImageMetadata(1, 1, 1, 1, 1, null, null, null, null, null, null, null, null, null,
				null, null);
		return List.of(MADE, new Made("vips", ImageFormat.RAF, bare, List.of(), List.of(), List.of(), null, false),
				new Refused(Problem.of(ProblemType.CORRUPT_IMAGE, "Cut off")),
				new Refused(Problem.overLimit(ProblemType.TOO_MANY_PIXELS, "Too many", 100, 1L << 40)),
				new FailedForNow("No space"), new Faulty("java.lang.IllegalStateException"));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void answersComeOutAsTheyWentIn(Answer answer) throws Exception {
		assertThat(Answer.CODEC.fromMessage(Answer.CODEC.toMessage(answer))).isEqualTo(answer);
	}

	@Test
	void requestsComeOutAsTheyWentInWithAbsolutePaths() throws Exception {
		EngineRequest request = new EngineRequest(Path.of("photo"), Path.of("preview"), Recipe.standard(),
				new MetadataPolicy(true, false, true, false, true), new ImageLimits(1L << 33, 7, 8, 9), Path.of("/out"),
				2, true);
		EngineRequest read = Requests.CODEC.fromMessage(Requests.CODEC.toMessage(request));
		assertThat(read)
			.isEqualTo(new EngineRequest(Path.of("photo").toAbsolutePath(), Path.of("preview").toAbsolutePath(),
					request.recipe(), request.policy(), request.limits(), Path.of("/out"), 2, true));
		EngineRequest alone = request.withPreview(null);
		assertThat(Requests.CODEC.fromMessage(Requests.CODEC.toMessage(alone)).preview()).isNull();
	}

	@Test
	void aHelloComesOutAsItWentIn() throws Exception {
		Hello hello = new Hello(4711, new EngineDescription("vips", List.of("libvips 8.14.1"),
				Set.of(ImageFormat.JPEG, ImageFormat.AVIF), List.of("libzimg is missing")), List.of("note"));
		assertThat(Hello.CODEC.fromMessage(Hello.CODEC.toMessage(hello))).isEqualTo(hello);
		Hello unasked = new Hello(4711, null, List.of());
		assertThat(Hello.CODEC.fromMessage(Hello.CODEC.toMessage(unasked))).isEqualTo(unasked);
	}

	@Test
	void aWorkerOfAnotherVersionIsRefused() {
		byte[] message = Hello.CODEC
			.toMessage(new Hello(1, new EngineDescription("x", List.of(), Set.of(), List.of()), List.of()));
		ByteBuffer.wrap(message).putInt(0, 99);
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> Hello.CODEC.fromMessage(message))
			.withMessageContaining("99");
	}

	@Test
	void aProblemIsOneOfTheCatalogueWhateverItIsCalled() throws Exception {
		Problem renamed = new Problem(ProblemType.EMPTY_FILE.uri(), "Pay here", 200, "detail", "/x", null, null);
		assertThat(Answer.CODEC.fromMessage(Answer.CODEC.toMessage(new Refused(renamed))))
			.isEqualTo(new Refused(Problem.of(ProblemType.EMPTY_FILE, "detail")));
		Problem unknown = new Problem("https://example.com", "t", 422, "detail", null, null, null);
		assertThatExceptionOfType(ProtocolException.class)
			.isThrownBy(() -> Answer.CODEC.fromMessage(Answer.CODEC.toMessage(new Refused(unknown))));
	}

	@Test
	void everyPartOfAMessageIsNoMessage() {
		byte[] message = Answer.CODEC.toMessage(MADE);
		for (int length = 0; length < message.length; length++) {
			byte[] part = Arrays.copyOf(message, length);
			assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> Answer.CODEC.fromMessage(part));
		}
		byte[] longer = Arrays.copyOf(message, message.length + 1);
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> Answer.CODEC.fromMessage(longer));
	}

	/** Another exception than this, or much memory, would be the service's. */
	@Test
	void damagedMessagesAreReadOrRefusedAndNothingElse() {
		byte[] message = Answer.CODEC.toMessage(MADE);
		Random random = new Random(1);
		int refused = 0;
		for (int i = 0; i < 20_000; i++) {
			byte[] damaged = message.clone();
			for (int j = 0; j < 1 + i % 4; j++) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			try {
				assertThat(Answer.CODEC.fromMessage(damaged)).isNotNull();
			}
			catch (ProtocolException ex) {
				refused++;
			}
		}
		assertThat(refused).isPositive();
	}

}
