package org.imageingest.source.image;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The jobs of an image, as far as its deletion concerns them.
 */
@Repository
class ImageJobs {

	private final JdbcClient jdbc;

	ImageJobs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Tells whether an owner ever uploaded an image.
	 * @param imageId the image
	 * @param owner the caller
	 * @return true if there is a job of it
	 */
	boolean exist(String imageId, String owner) {
		return this.jdbc.sql("select count(*) from job where image_id = :imageId and owner = :owner")
			.param("imageId", imageId)
			.param("owner", owner)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Finds the jobs that are making an image.
	 * @param imageId the image
	 * @param owner the caller
	 * @return names of jobs
	 */
	List<String> running(String imageId, String owner) {
		return this.jdbc.sql("""
				select job_id from job where image_id = :imageId and owner = :owner and status = 'processing'
				""").param("imageId", imageId).param("owner", owner).query((row, rowNumber) -> row.getString(1)).list();
	}

	/**
	 * Takes back the offer to retry failed jobs of an image: their bytes, which are kept
	 * for it, are those of the image. What is retried meanwhile finds the deletion.
	 * @param imageId the image
	 * @param owner the caller
	 */
	void forgetFailed(String imageId, String owner) {
		this.jdbc.sql("""
				update job set retryable = false, updated_at = current_timestamp, change_number = 0
				where image_id = :imageId and owner = :owner and status = 'failed' and retryable = true
				""").param("imageId", imageId).param("owner", owner).update();
	}

	/**
	 * Tells the time that jobs are accepted by.
	 * @return the database's clock
	 */
	Instant now() {
		return this.jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
	}

}
