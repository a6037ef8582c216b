package org.imageingest.source.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

import org.imageingest.engine.format.FormatDetector;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.IngestProperties;
import org.imageingest.workspace.Workspace;

import org.springframework.stereotype.Component;

/**
 * Takes a stream of unknown bytes to disk in one pass: type, limit and file.
 */
@Component
class FileReceiver {

	private static final int BUFFER_BYTES = 64 * 1024;

	private final Workspace workspace;

	private final long maxFileBytes;

	private final long maxRawBytes;

	FileReceiver(Workspace workspace, IngestProperties properties) {
		this.workspace = workspace;
		this.maxFileBytes = properties.maxFileSize().toBytes();
		this.maxRawBytes = properties.maxRawSize().toBytes();
	}

	/**
	 * Receives a preview: a JPEG, with the limit of a photo.
	 * @param in its bytes
	 * @return the file, which the caller removes
	 * @throws ProblemException if it is empty, too large, or no JPEG; no file is left
	 * then
	 * @throws IOException if the stream breaks
	 */
	ReceivedFile receivePreview(PartContent in) throws IOException {
		return receive(in, (head) -> {
			if (FormatDetector.detect(head).filter(ImageFormat.JPEG::equals).isEmpty()) {
				throw new ProblemException(Problem.of(ProblemType.UNSUPPORTED_IMAGE_TYPE,
						"The content of the part 'preview' is not a JPEG"));
			}
			return ImageFormat.JPEG;
		});
	}

	/**
	 * Receives a file.
	 * @param in its bytes
	 * @return the file, which the caller removes
	 * @throws ProblemException if it is empty, too large, or not an image that we take;
	 * no file is left then
	 * @throws IOException if the stream breaks
	 */
	ReceivedFile receive(PartContent in) throws IOException {
		return receive(in, FileReceiver::formatOf);
	}

	private ReceivedFile receive(PartContent in, Function<byte[], ImageFormat> judge) throws IOException {
		byte[] buffer = new byte[BUFFER_BYTES];
		int held = in.readNBytes(buffer, 0, buffer.length);
		if (held == 0) {
			throw new ProblemException(Problem.of(ProblemType.EMPTY_FILE, "The file has no bytes"));
		}
		ImageFormat format = judge.apply(Arrays.copyOf(buffer, held));
		long limit = format.isRaw() ? this.maxRawBytes : this.maxFileBytes;
		Path file = newFile();
		try {
			return receive(in, buffer, held, file, format, limit);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	private Path newFile() {
		try {
			return this.workspace.newFile();
		}
		catch (IOException ex) {
			throw diskFull(ex);
		}
	}

	private static ReceivedFile receive(PartContent in, byte[] buffer, int firstHeld, Path file, ImageFormat format,
			long limit) throws IOException {
		long bytes = 0;
		try (OutputStream out = Files.newOutputStream(file)) {
			for (int held = firstHeld; held > 0; held = in.readNBytes(buffer, 0, buffer.length)) {
				bytes += held;
				if (bytes > limit) {
					throw tooLarge(limit, bytes + drained(in, buffer, limit));
				}
				write(out, buffer, held);
			}
		}
		return new ReceivedFile(file, bytes, in.sha256(), format);
	}

	private static ImageFormat formatOf(byte[] head) {
		return FormatDetector.detect(head)
			.orElseThrow(() -> new ProblemException(Problem.of(ProblemType.UNSUPPORTED_IMAGE_TYPE,
					"The content is none of JPEG, PNG, GIF, TIFF, BMP, WebP, HEIC, AVIF or a camera RAW")));
	}

	/**
	 * Reads on, so that the client comes to the point where it listens: many clients send
	 * everything before they read the answer.
	 */
	private static long drained(InputStream in, byte[] buffer, long limit) throws IOException {
		long drained = 0;
		int held;
		do {
			held = in.readNBytes(buffer, 0, buffer.length);
			drained += held;
		}
		while (held > 0 && drained < limit);
		return drained;
	}

	private static ProblemException tooLarge(long limit, long actual) {
		return new ProblemException(Problem.overLimit(ProblemType.FILE_TOO_LARGE,
				"The file has " + ((actual >= 2 * limit) ? "at least " : "") + actual + " bytes, the limit is " + limit,
				limit, actual));
	}

	private static void write(OutputStream out, byte[] buffer, int length) {
		try {
			out.write(buffer, 0, length);
		}
		catch (IOException ex) {
			throw diskFull(ex);
		}
	}

	private static ProblemException diskFull(IOException cause) {
		return new ProblemException(
				Problem.of(ProblemType.INSUFFICIENT_STORAGE, "The disk that uploads pass through is full"), cause);
	}

}
