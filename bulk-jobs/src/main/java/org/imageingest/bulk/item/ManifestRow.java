package org.imageingest.bulk.item;

import org.jspecify.annotations.Nullable;

/**
 * A line of a manifest.
 *
 * @param line its number, from 1
 * @param uri address or path of the file; empty if the line is bad
 * @param owner owner named in it, if any
 * @param tags comma-separated tags in it, if any
 * @param fault what is wrong with the line
 */
record ManifestRow(long line, String uri, @Nullable String owner, @Nullable String tags, @Nullable String fault) {

	static ManifestRow bad(long line, String fault) {
		return new ManifestRow(line, "", null, null, fault);
	}

}
