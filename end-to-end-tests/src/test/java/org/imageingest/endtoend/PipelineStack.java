package org.imageingest.endtoend;

import java.util.List;

import org.imageingest.endtoend.bucket.Bucket;
import org.imageingest.testkit.pipeline.PipelineClient;

/**
 * One way to run the pipeline.
 */
public interface PipelineStack extends AutoCloseable {

	/**
	 * Returns a client of each instance that takes photos, all for the same owner.
	 * @return at least one client
	 */
	List<PipelineClient> clients();

	/**
	 * Returns where the photos end up.
	 * @return the bucket, with the pipeline's own rights
	 */
	Bucket bucket();

	@Override
	void close();

}
