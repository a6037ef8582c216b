package org.imageingest.photo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.imageingest.engine.EngineChoice;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.worker.WorkerOptions;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is made of every photo. A recipe that contradicts itself stops the start.
 *
 * @param variants pictures made of every photo; thumbnail and web size, each as WebP and
 * JPEG, where absent
 * @param recipeVersion raise it with any change of the variants
 * @param maxPixels most pixels (width times height) of a photo that is decoded
 * @param maxSide longest side in pixels of a photo that is decoded
 * @param maxFrames most pictures in an animation or a TIFF, of which the first is decoded
 * @param maxScans most scans of a JPEG that is decoded
 * @param engine which image libraries are used: auto, planar, vips or portable
 * @param workers worker processes, each with one photo at a time; 0 for one a processor
 * @param workerMemory most memory of a worker process, heap and native together
 * @param workerPhotos photos after which a worker process is replaced by a fresh one
 * @param timeLimit longest time to work on one photo
 * @param workDirectory folder for temporary files; a folder of this app among the
 * system's temporary files where absent
 * @param metadata which metadata is kept
 * @param original what becomes of the uploaded file
 */
@Validated
@ConfigurationProperties("image")
public record ImageProperties(@Valid @DefaultValue List<VariantProperties> variants,
		@DefaultValue("1") @Positive int recipeVersion, @DefaultValue("100000000") @Positive long maxPixels,
		@DefaultValue("65535") @Positive int maxSide, @DefaultValue("5000") @Positive int maxFrames,
		@DefaultValue("100") @Positive int maxScans, @DefaultValue("auto") EngineChoice engine,
		@DefaultValue("0") @PositiveOrZero int workers, @DefaultValue("2GB") DataSize workerMemory,
		@DefaultValue("2000") @Positive int workerPhotos, @DefaultValue("2m") Duration timeLimit,
		@Nullable Path workDirectory, @DefaultValue Metadata metadata, @DefaultValue Original original) {

	public ImageProperties {
		variants = List.copyOf(variants);
		// Now, not at the first photo: whoever set the options is still looking.
		workerOptions(engine, workers, workerMemory, workerPhotos, timeLimit);
		recipe(recipeVersion, variants);
	}

	public Recipe recipe() {
		return recipe(this.recipeVersion, this.variants);
	}

	MetadataPolicy metadataPolicy() {
		return new MetadataPolicy(this.metadata.preserveTimestamps, this.metadata.preserveCameraInfo,
				this.metadata.preserveGps, this.metadata.preserveDeviceSerial, this.metadata.preserveDescriptive);
	}

	ImageLimits limits() {
		return new ImageLimits(this.maxPixels, this.maxSide, this.maxFrames, this.maxScans);
	}

	public WorkerOptions workerOptions() {
		return workerOptions(this.engine, this.workers, this.workerMemory, this.workerPhotos, this.timeLimit);
	}

	private static WorkerOptions workerOptions(EngineChoice engine, int workers, DataSize memory, int photos,
			Duration timeLimit) {
		return new WorkerOptions(engine, workers, memory.toBytes(), photos, timeLimit);
	}

	private static Recipe recipe(int version, List<VariantProperties> variants) {
		return new Recipe(version, variants.isEmpty() ? Recipe.standard().variants()
				: variants.stream().map(VariantProperties::variant).toList());
	}

	/**
	 * A picture made of every photo.
	 *
	 * @param name name of the variant: lower-case letters, digits and underscores
	 * @param format encoded format
	 * @param maxDimension longest side in pixels; smaller photos keep their own size
	 * @param quality 1 to 100
	 * @param method encoder effort for WebP, 0 (fast) to 6 (small); ignored for JPEG
	 */
	public record VariantProperties(@NotNull String name, @NotNull VariantFormat format, int maxDimension,
			@DefaultValue("85") int quality, @DefaultValue("2") int method) {

		Variant variant() {
			return new Variant(this.name, this.format, this.maxDimension, this.quality, this.method);
		}

	}

	/**
	 * Which metadata is kept. Sizes and orientation always are; variants never carry any.
	 *
	 * @param preserveTimestamps keep when the photo was taken
	 * @param preserveCameraInfo keep maker and model of the camera
	 * @param preserveGps keep where the photo was taken
	 * @param preserveDeviceSerial keep the serial number of the camera
	 * @param preserveDescriptive keep title, caption, keywords and copyright
	 * @param allowLocationOptIn keep where the photo was taken of those uploads that ask
	 * for it
	 */
	public record Metadata(@DefaultValue("true") boolean preserveTimestamps,
			@DefaultValue("true") boolean preserveCameraInfo, @DefaultValue("false") boolean preserveGps,
			@DefaultValue("false") boolean preserveDeviceSerial, @DefaultValue("false") boolean preserveDescriptive,
			@DefaultValue("false") boolean allowLocationOptIn) {
	}

	/**
	 * What becomes of the uploaded file.
	 *
	 * @param stripLocation store JPEG, PNG and WebP without their location, maker notes,
	 * comments and embedded thumbnails, the picture byte for byte the same; of other
	 * originals that have a location, or may have one, no address is told
	 */
	public record Original(@DefaultValue("false") boolean stripLocation) {
	}

}
