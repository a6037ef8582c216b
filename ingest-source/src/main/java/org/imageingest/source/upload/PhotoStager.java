package org.imageingest.source.upload;

import java.util.Collection;

import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.stereotype.Component;

/**
 * Copies good uploads into the store.
 */
@Component
class PhotoStager {

	private static final Logger logger = LoggerFactory.getLogger(PhotoStager.class);

	private final ObjectStore store;

	PhotoStager(ObjectStore store) {
		this.store = store;
	}

	/**
	 * Stages a photo.
	 * @param jobId the job that it is to become
	 * @param image the photo
	 * @param preview the client's picture of a camera RAW, if any
	 * @param filename display text
	 * @return what is staged
	 * @throws SdkException if the store does not take it
	 */
	StagedPhoto stage(String jobId, ReceivedFile image, @Nullable ReceivedFile preview, String filename) {
		return new StagedPhoto(jobId, original(jobId, image), (preview != null) ? preview(jobId, preview) : null,
				filename);
	}

	private OriginalObject original(String jobId, ReceivedFile image) {
		String key = ObjectKeys.stagedOriginal(jobId);
		this.store.putFile(key, image.file(), image.format().contentType());
		return new OriginalObject(key, image.format().contentType(), image.format().extension(), image.bytes(),
				image.sha256());
	}

	private PreviewObject preview(String jobId, ReceivedFile preview) {
		String key = ObjectKeys.stagedPreview(jobId);
		this.store.putFile(key, preview.file(), preview.format().contentType());
		return new PreviewObject(key, preview.bytes(), preview.sha256());
	}

	/**
	 * Removes what was staged for jobs that will never be, as far as the store lets it;
	 * the sweep finds the rest.
	 * @param jobIds names that were meant for jobs
	 */
	void discard(Collection<String> jobIds) {
		try {
			for (String jobId : jobIds) {
				this.store.delete(ObjectKeys.stagedOriginal(jobId));
			}
		}
		catch (SdkException ex) {
			logger.warn("The staged bytes of up to {} refused photos stay until the sweep", jobIds.size(), ex);
		}
	}

}
