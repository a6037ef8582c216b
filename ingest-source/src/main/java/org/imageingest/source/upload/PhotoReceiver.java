package org.imageingest.source.upload;

import java.io.IOException;

import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.source.IngestProperties;

import org.springframework.stereotype.Component;

/**
 * Takes a picture from a form to disk and judges it by its header.
 */
@Component
class PhotoReceiver {

	private final FileReceiver receiver;

	private final ImageLimits limits;

	PhotoReceiver(FileReceiver receiver, IngestProperties properties) {
		this.receiver = receiver;
		this.limits = new ImageLimits(properties.maxPixels(), properties.maxSide(), properties.maxFrames(),
				properties.maxScans());
	}

	/**
	 * Receives a photo.
	 * @param part its part of the form
	 * @return the file, which the caller removes
	 * @throws ProblemException if it cannot be taken; no file is left then
	 * @throws IOException if the stream breaks or the disk fails
	 */
	ReceivedFile image(Part part) throws IOException {
		return probed(this.receiver.receive(part.content()));
	}

	/**
	 * Receives the client's picture of a camera RAW.
	 * @param part its part of the form
	 * @return the file, which the caller removes
	 * @throws ProblemException if it cannot be taken; no file is left then
	 * @throws IOException if the stream breaks or the disk fails
	 */
	ReceivedFile preview(Part part) throws IOException {
		return probed(this.receiver.receivePreview(part.content()));
	}

	private ReceivedFile probed(ReceivedFile file) throws IOException {
		try {
			HeaderProbe.probe(file.file(), this.limits);
			return file;
		}
		catch (IOException | RuntimeException ex) {
			file.close();
			throw ex;
		}
	}

}
