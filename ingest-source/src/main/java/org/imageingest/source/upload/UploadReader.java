package org.imageingest.source.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.model.message.Tags;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.IngestProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads a multipart request part by part, as a stream: nothing is kept in memory, and the
 * photo is written to disk once.
 */
@Component
class UploadReader {

	private static final int TEXT_PART_BYTES = 64 * 1024;

	/** Room for part headers and text parts. */
	private static final long FORM_BYTES = 1024 * 1024;

	private final FileReceiver receiver;

	private final ImageLimits limits;

	private final long maxRequestBytes;

	UploadReader(FileReceiver receiver, IngestProperties properties) {
		this.receiver = receiver;
		this.limits = new ImageLimits(properties.maxPixels(), properties.maxSide(), properties.maxFrames(),
				properties.maxScans());
		// Twice a photo and twice its preview: what is a little too large is read to its
		// end, so that its sender comes to listen
		this.maxRequestBytes = 2 * (Math.max(properties.maxFileSize().toBytes(), properties.maxRawSize().toBytes())
				+ properties.maxFileSize().toBytes()) + FORM_BYTES;
	}

	/**
	 * Reads the request to its end.
	 * @param request a multipart request
	 * @return the photo, to be closed
	 * @throws ProblemException if the request or the photo cannot be taken; no file is
	 * left then
	 * @throws IOException if the disk fails
	 */
	Upload read(HttpServletRequest request) throws IOException {
		if (!JakartaServletFileUpload.isMultipartContent(request)) {
			throw invalid("The request is not multipart/form-data with a part named 'image'", null);
		}
		Parts parts = new Parts();
		try {
			readParts(request, parts);
			return parts.toUpload();
		}
		catch (FileUploadSizeException ex) {
			throw new ProblemException(Problem.overLimit(ProblemType.FILE_TOO_LARGE,
					"The request is over the limit of " + ex.getPermitted() + " bytes", ex.getPermitted(),
					ex.getActualSize()), ex);
		}
		catch (FileUploadException ex) {
			throw invalid("The multipart body cannot be read", ex);
		}
		finally {
			parts.removeUnlessTaken();
		}
	}

	private void readParts(HttpServletRequest request, Parts parts) throws IOException {
		JakartaServletFileUpload<?, ?> parser = new JakartaServletFileUpload<>();
		parser.setMaxSize(this.maxRequestBytes);
		FileItemInputIterator items = parser.getItemIterator(request);
		while (items.hasNext()) {
			FileItemInput item = items.next();
			switch (String.valueOf(item.getFieldName())) {
				case "image" -> parts.image(item);
				case "tags" -> parts.tags = Tags.parse(text(item));
				case "keepLocation" -> refuseLocation(text(item));
				case "preview" -> parts.preview(item);
				default -> {
					// Unknown parts are passed over, as unknown members of JSON are.
				}
			}
		}
	}

	private static void refuseLocation(String value) {
		if (Boolean.parseBoolean(value.strip())) {
			throw new ProblemException(Problem.of(ProblemType.LOCATION_OPT_IN_NOT_ALLOWED,
					"The operator of this service does not allow photos to keep their location"));
		}
	}

	private static String text(FileItemInput item) throws IOException {
		byte[] bytes = item.getInputStream().readNBytes(TEXT_PART_BYTES + 1);
		if (bytes.length > TEXT_PART_BYTES) {
			throw invalid("The part '" + item.getFieldName() + "' is over " + TEXT_PART_BYTES + " bytes", null);
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static ProblemException invalid(String detail, @Nullable Throwable cause) {
		Problem problem = Problem.of(ProblemType.INVALID_UPLOAD, detail);
		return (cause != null) ? new ProblemException(problem, cause) : new ProblemException(problem);
	}

	/** What was read so far of one request. */
	private final class Parts {

		private @Nullable ReceivedFile image;

		private @Nullable ReceivedFile preview;

		private String filename = "";

		private List<String> tags = List.of();

		private boolean taken;

		void image(FileItemInput item) throws IOException {
			if (this.image != null) {
				throw invalid("There is more than one part named 'image'", null);
			}
			this.filename = Filenames.forDisplay(item.getName());
			this.image = UploadReader.this.receiver.receive(item.getInputStream());
			HeaderProbe.probe(this.image.file(), UploadReader.this.limits);
			if (this.preview != null) {
				requireRaw(this.image);
			}
		}

		void preview(FileItemInput item) throws IOException {
			if (this.preview != null) {
				throw invalid("There is more than one part named 'preview'", null);
			}
			// Before a byte of it is read, where the image came first
			requireRaw(this.image);
			this.preview = UploadReader.this.receiver.receivePreview(item.getInputStream());
			HeaderProbe.probe(this.preview.file(), UploadReader.this.limits);
		}

		private static void requireRaw(@Nullable ReceivedFile image) {
			if (image != null && !image.format().isRaw()) {
				throw new ProblemException(Problem.of(ProblemType.PREVIEW_NOT_TAKEN,
						"A preview is taken with a camera RAW only; the image is " + image.format()));
			}
		}

		Upload toUpload() {
			if (this.image == null) {
				throw invalid("There is no part named 'image'", null);
			}
			this.taken = true;
			return new Upload(this.image, this.preview, this.filename, this.tags);
		}

		void removeUnlessTaken() {
			if (this.taken) {
				return;
			}
			if (this.image != null) {
				this.image.close();
			}
			if (this.preview != null) {
				this.preview.close();
			}
		}

	}

}
