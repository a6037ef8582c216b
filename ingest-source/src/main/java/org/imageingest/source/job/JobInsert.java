package org.imageingest.source.job;

import java.sql.Types;

import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The statement that adds a job in stage {@code queued}, attempt 1. Within a transaction
 * the database's time stands still, so that all jobs of a batch are accepted at once.
 */
final class JobInsert {

	static final String SQL = """
			insert into job (job_id, image_id, owner, status, attempt, stage, progress, accepted_at, updated_at,
			                 original_key, content_type, extension, bytes, sha256, preview_key, preview_bytes,
			                 preview_sha256, filename, tags, keep_location, batch_id,
			                 batch_position)
			values (:jobId, :imageId, :owner, 'processing', 1, 'queued', :progress, current_timestamp,
			        current_timestamp, :key, :contentType, :extension, :bytes, :sha256, :previewKey, :previewBytes,
			        :previewSha256, :filename, :tags, :keepLocation, :batchId, :batchPosition)
			""";

	private JobInsert() {
	}

	static MapSqlParameterSource parameters(NewJob job, JsonMapper json) {
		OriginalObject original = job.original();
		PreviewObject preview = job.preview();
		return new MapSqlParameterSource().addValue("jobId", job.jobId())
			.addValue("imageId", job.imageId())
			.addValue("owner", job.owner())
			.addValue("progress", JobStage.QUEUED.progress())
			.addValue("key", original.key())
			.addValue("contentType", original.contentType())
			.addValue("extension", original.ext())
			.addValue("bytes", original.bytes())
			.addValue("sha256", original.sha256())
			.addValue("previewKey", (preview != null) ? preview.key() : null, Types.VARCHAR)
			.addValue("previewBytes", (preview != null) ? preview.bytes() : null, Types.BIGINT)
			.addValue("previewSha256", (preview != null) ? preview.sha256() : null, Types.CHAR)
			.addValue("filename", job.filename())
			.addValue("tags", json.writeValueAsString(job.tags()))
			.addValue("keepLocation", job.keepLocation())
			.addValue("batchId", null, Types.VARCHAR)
			.addValue("batchPosition", null, Types.INTEGER);
	}

}
