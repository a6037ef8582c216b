package org.imageingest.bulk.item;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.imageingest.bulk.BulkProperties;
import org.imageingest.store.ObjectStore;

import org.springframework.stereotype.Component;

/**
 * Tells from its address what a source is: a bucket, a manifest or a folder.
 */
@Component
public class Sources {

	private final ReadableSources readable;

	Sources(BulkProperties properties, ObjectStore store) {
		this.readable = new ReadableSources(properties.sources(), store);
	}

	/**
	 * Finds a source.
	 * @param source path of a folder, {@code s3://BUCKET/PREFIX}, or path of a
	 * {@code .csv} or {@code .jsonl} file
	 * @param owner owner of items that name none; may be empty
	 * @param tags tags of all items
	 * @return the source, not looked at yet
	 * @throws SourceException if there can be no such source
	 */
	public ItemSource find(String source, String owner, List<String> tags) {
		ItemDefaults defaults = new ItemDefaults(owner, tags);
		if (source.startsWith(S3Uri.SCHEME)) {
			S3Uri location = S3Uri.parse(source);
			return new BucketSource(this.readable.bucket(location), location, defaults);
		}
		Path path = this.readable.path(source);
		String name = path.toString().toLowerCase(Locale.ROOT);
		if (name.endsWith(".csv")) {
			return new ManifestSource(path, new CsvRows(path), defaults);
		}
		if (name.endsWith(".jsonl")) {
			return new ManifestSource(path, new JsonRows(path), defaults);
		}
		return new FolderSource(path, defaults);
	}

	/**
	 * Writes a source always in the same way, whatever folder the command runs in.
	 * @param source as the operator wrote it
	 * @return an absolute path, or the address of a bucket
	 */
	public String canonical(String source) {
		return source.startsWith(S3Uri.SCHEME) ? S3Uri.parse(source).toString() : this.readable.path(source).toString();
	}

}
