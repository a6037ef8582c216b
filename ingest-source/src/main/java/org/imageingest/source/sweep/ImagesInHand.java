package org.imageingest.source.sweep;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Images that a job may yet publish. A message may wait longer than any object is young:
 * its sink, or another after it, then writes the run once more and commits it.
 */
@Repository
class ImagesInHand {

	private final JdbcClient jdbc;

	ImagesInHand(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Tells whether a job of an image has not ended for good.
	 * @param imageId the image
	 * @return true if there is one
	 */
	boolean contain(String imageId) {
		return this.jdbc.sql("""
				select 1 from job where image_id = :imageId
				and (status in ('processing', 'cancelling') or (status = 'failed' and retryable = true)) limit 1
				""").param("imageId", imageId).query(Integer.class).optional().isPresent();
	}

}
