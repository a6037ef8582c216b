package org.imageingest.source.image;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imageingest.model.storage.ImageDocument;
import org.imageingest.source.image.ImageView.OriginalView;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ImageUrls;
import org.imageingest.store.StoreProperties;

import org.springframework.stereotype.Component;

/**
 * Makes the view of an image. All that is told comes from its document, read anew each
 * time; addresses are made anew each time.
 */
@Component
public class ImageViews {

	private final ImageDocuments documents;

	private final ImageUrls urls;

	private final StoreProperties store;

	private final Clock clock;

	ImageViews(ImageDocuments documents, ImageUrls urls, StoreProperties store, Clock clock) {
		this.documents = documents;
		this.urls = urls;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Finds an image of an owner; another owner's image is not there, nor is a deleted
	 * one.
	 * @param imageId name of the image
	 * @param owner the caller
	 * @return its view
	 */
	public Optional<ImageView> find(String imageId, String owner) {
		return this.documents.findLiving(imageId).filter((document) -> document.owner().equals(owner)).map(this::of);
	}

	private ImageView of(ImageDocument document) {
		Instant expiresAt = this.clock.instant().plus(this.store.urlLifetime()).truncatedTo(ChronoUnit.SECONDS);
		return new ImageView(document.imageId(), document.createdAt(), document.updatedAt(), urls(document, expiresAt),
				expiresAt, document.metadata(), document.removed(), variants(document), document.tags(),
				document.warnings(), new OriginalView(document.original().contentType(), document.original().bytes()),
				document.recipeVersion(), document.engine(), document.placeholder());
	}

	private static List<VariantView> variants(ImageDocument document) {
		return document.variants()
			.stream()
			.map((variant) -> new VariantView(variant.name(), variant.format(), variant.width(), variant.height(),
					variant.bytes()))
			.toList();
	}

	private Map<String, URI> urls(ImageDocument document, Instant expiresAt) {
		Map<String, URI> all = new LinkedHashMap<>();
		document.variants()
			.forEach((variant) -> all.put(camelCase(variant.name()), this.urls.variant(variant.key(), expiresAt)));
		if (document.tellsOriginal()) {
			all.put("original", this.urls.original(document.original().key(), expiresAt));
		}
		return all;
	}

	/** Turns {@code thumbnail_legacy} into {@code thumbnailLegacy}. */
	private static String camelCase(String name) {
		StringBuilder text = new StringBuilder();
		boolean upper = false;
		for (char next : name.toCharArray()) {
			if (next == '_') {
				upper = true;
			}
			else {
				text.append(upper ? Character.toUpperCase(next) : next);
				upper = false;
			}
		}
		return text.toString();
	}

}
