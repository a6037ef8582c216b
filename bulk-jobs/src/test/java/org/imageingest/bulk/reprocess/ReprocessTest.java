package org.imageingest.bulk.reprocess;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.imageingest.bulk.BulkJobsTest;
import org.imageingest.bulk.launch.ReprocessLauncher;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ImageRemover;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Images that an import has published, to be made anew.
 */
abstract class ReprocessTest extends BulkJobsTest {

	@Autowired
	protected ReprocessLauncher reprocess;

	@Autowired
	protected ImageRemover remover;

	/** Returns the documents in the order in which they are worked on. */
	protected List<ImageDocument> imported(int photos) throws Exception {
		for (int i = 1; i <= photos; i++) {
			photo(i + ".jpg");
		}
		this.launcher.launch(parameters("tags", "sea"));
		List<ImageDocument> documents = inOrder();
		assertThat(documents).hasSize(photos);
		return documents;
	}

	protected List<ImageDocument> inOrder() {
		return documents().stream().sorted(Comparator.comparing(ImageDocument::imageId)).toList();
	}

	protected JobExecution reprocess(String... parameters) throws Exception {
		return this.reprocess.launch(selection(parameters));
	}

	protected static JobParameters selection(String... parameters) {
		JobParametersBuilder builder = new JobParametersBuilder();
		for (int i = 0; i < parameters.length; i += 2) {
			builder.addString(parameters[i], parameters[i + 1]);
		}
		return builder.toJobParameters();
	}

	protected void change(ImageDocument document, String text, String replacement) {
		String key = ObjectKeys.document(document.imageId());
		String json = new String(this.store.find(key).orElseThrow().content(), StandardCharsets.UTF_8);
		assertThat(json).contains(text);
		this.store.put(key, json.replace(text, replacement).getBytes(StandardCharsets.UTF_8), "application/json");
	}

	/** Whatever else is left over of former sets. */
	protected void assertEveryNameLeadsToAnObject() {
		Set<String> objects = objects();
		assertThat(documents()).allSatisfy((document) -> assertThat(objects).containsAll(named(document)));
	}

}
