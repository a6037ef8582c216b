package org.imageingest.bulk.item;

import java.util.List;

/**
 * What items have where their source says nothing.
 *
 * @param owner whose photos they will be; empty if each item names its own
 * @param tags tags of all items
 */
record ItemDefaults(String owner, List<String> tags) {

	SourceItem item(String place, String uri) {
		return new SourceItem(place, uri, this.owner, this.tags, null);
	}

}
