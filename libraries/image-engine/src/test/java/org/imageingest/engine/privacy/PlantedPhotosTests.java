package org.imageingest.engine.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.MetadataReader;
import org.imageingest.engine.metadata.PhotoMetadata;
import org.imageingest.testkit.secret.PlantedPhoto;
import org.imageingest.testkit.secret.SecretSearch;
import org.imageingest.testkit.secret.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Of secrets in every place of every format only that is kept which a policy lets
 * through.
 */
class PlantedPhotosTests {

	private static final Set<String> WITHOUT_TEXTS = Set.of("gif", "bmp");

	@TempDir
	Path directory;

	static List<PlantedPhoto> photos() {
		return PlantedPhoto.all();
	}

	@ParameterizedTest
	@MethodSource("photos")
	void nothingIsKeptOfAPhotoByDefaultAndAllOfItIsNamed(PlantedPhoto photo) throws IOException {
		assertThat(read(photo, MetadataPolicy.standard()).removed())
			.containsExactlyInAnyOrderElementsOf(without(photo.groups(), "camera", "timestamps"));
		assertThat(found(photo, MetadataPolicy.standard(), SecretSearch.forAll())).isEmpty();
		assertThat(found(photo, new MetadataPolicy(false, false, false, false, false), SecretSearch.forAll()))
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("photos")
	void eachSwitchLetsThroughItsOwnAndNothingElse(PlantedPhoto photo) throws IOException {
		assumeThat(WITHOUT_TEXTS).as("has no tags").doesNotContain(photo.name());
		MetadataPolicy gps = new MetadataPolicy(false, false, true, false, false);
		PhotoMetadata located = read(photo, gps);
		assertThat(located.kept().gps().latitude()).isCloseTo(Secrets.LATITUDE, within(1e-6));
		assertThat(located.kept().gps().longitude()).isCloseTo(Secrets.LONGITUDE, within(1e-6));
		assertThat(located.removed()).containsExactlyInAnyOrderElementsOf(without(photo.groups(), "gps"));
		assertThat(found(photo, gps, SecretSearch.except("gps.decimal"))).isEmpty();

		MetadataPolicy serial = new MetadataPolicy(false, false, false, true, false);
		assertThat(read(photo, serial).kept().deviceSerial()).isEqualTo(Secrets.in("serial.exif"));
		assertThat(read(photo, serial).removed())
			.containsExactlyInAnyOrderElementsOf(without(photo.groups(), "device-serial"));
		assertThat(found(photo, serial, SecretSearch.except("serial"))).isEmpty();

		MetadataPolicy descriptive = new MetadataPolicy(false, false, false, false, true);
		assertThat(read(photo, descriptive).removed())
			.containsExactlyInAnyOrderElementsOf(without(photo.groups(), "descriptive"));
		assertThat(found(photo, descriptive, SecretSearch.forAll()))
			.contains("descriptive.exif-copyright", "descriptive.xmp-title")
			.allMatch((place) -> place.startsWith("descriptive."));

		assertThat(read(photo, new MetadataPolicy(true, false, false, false, false)).kept().captureDate())
			.isEqualTo("2024-06-15T14:30:00");
		assertThat(read(photo, new MetadataPolicy(false, true, false, false, false)).kept().cameraModel())
			.isEqualTo("T1");
	}

	@ParameterizedTest
	@EnumSource(names = { "JPEG", "PNG", "WEBP" })
	void aStrippedOriginalTellsOnlyWhatPeopleWroteIntoIt(ImageFormat format) throws IOException {
		PlantedPhoto photo = photos().stream()
			.filter((candidate) -> candidate.name().equalsIgnoreCase(format.name()))
			.findFirst()
			.orElseThrow();
		byte[] stripped = new Stripping(this.directory).strip(photo.file(), format);
		assertThat(SecretSearch.forAll().in(stripped)).containsExactlyInAnyOrder("descriptive.exif-caption",
				"descriptive.exif-copyright", "owner.artist", "owner.exif", "serial.exif");
		assertThat(new String(stripped, StandardCharsets.ISO_8859_1)).doesNotContain("zTXt", "iTXt", "tEXt");
	}

	@Test
	void theSearchFindsWhatIsPlantedHoweverItIsWritten() {
		byte[] jpeg = PlantedPhoto.jpeg().file();
		assertThat(SecretSearch.forAll().in(jpeg)).contains("gps.rational", "gps.degrees", "gps.decimal", "maker.note",
				"thumbnail.serial", "serial.second-picture", "place.xmp-odd", "film.data", "owner.windows");
		assertThat(SecretSearch.forAll().in(Secrets.in("place.x").getBytes(StandardCharsets.UTF_16LE)))
			.containsExactly("place.x");
		String encoded = Base64.getEncoder().encodeToString(Secrets.bytesIn("place.x"));
		assertThat(SecretSearch.forAll().in(encoded.getBytes(StandardCharsets.US_ASCII)))
			.containsExactly("encoded.base64");
	}

	private Set<String> found(PlantedPhoto photo, MetadataPolicy policy, SecretSearch search) throws IOException {
		return search.in(read(photo, policy).toString().getBytes(StandardCharsets.UTF_8));
	}

	private PhotoMetadata read(PlantedPhoto photo, MetadataPolicy policy) throws IOException {
		Path file = Files.write(this.directory.resolve(photo.name()), photo.file());
		ImageHeader header = HeaderProbe.probe(file, ImageLimits.standard());
		return MetadataReader.read(file, header, policy);
	}

	private static Set<String> without(Set<String> groups, String... kept) {
		Set<String> left = new HashSet<>(groups);
		left.removeAll(Set.of(kept));
		return left;
	}

}
