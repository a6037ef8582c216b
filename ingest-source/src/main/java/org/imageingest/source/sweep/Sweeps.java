package org.imageingest.source.sweep;

import org.imageingest.source.upkeep.UpkeepTask;
import org.imageingest.store.ImageSweep;
import org.imageingest.store.SweptPage;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * One page of either search, with what it has to know. Searches may overlap: each looks
 * for itself at all that decides.
 */
@Component
class Sweeps {

	private final StagingSweep staging;

	private final ImageSweep images;

	private final ImagesInHand inHand;

	private final OrphanAge age;

	private final SweepProperties properties;

	Sweeps(StagingSweep staging, ImageSweep images, ImagesInHand inHand, OrphanAge age, SweepProperties properties) {
		this.staging = staging;
		this.images = images;
		this.inHand = inHand;
		this.age = age;
		this.properties = properties;
	}

	/**
	 * Looks at a page.
	 * @param task one of the searches
	 * @param after where the page before ended; null to begin
	 * @param remove false to only tell what would go
	 * @return what was done
	 */
	SweptPage page(UpkeepTask task, @Nullable String after, boolean remove) {
		int batch = this.properties.batch();
		return switch (task) {
			case STAGING_SWEEP -> this.staging.sweep(after, batch, this.age.ofStaged(), remove);
			case IMAGE_SWEEP -> this.images.sweep(after, batch, this.age.ofPublished(), this.inHand::contain, remove);
			case WATCH -> throw new IllegalArgumentException("No search: " + task);
		};
	}

}
