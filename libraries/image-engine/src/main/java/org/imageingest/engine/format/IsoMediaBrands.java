package org.imageingest.engine.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Still-image formats inside the ISO base media file format, by the brands of the
 * {@code ftyp} box (ISO/IEC 23008-12 annex B, AV1 Image File Format section 6).
 */
final class IsoMediaBrands {

	private static final Set<String> AVIF = Set.of("avif", "avis");

	private static final Set<String> HEIC = Set.of("heic", "heix", "hevc", "hevx", "heim", "heis");

	/** Any codec may be inside: the other brands decide. */
	private static final Set<String> ANY_CODEC = Set.of("mif1", "mif2", "msf1", "miaf");

	private static final int MAX_BRANDS = 64;

	private IsoMediaBrands() {
	}

	static Optional<ImageFormat> detect(byte[] head) {
		List<String> brands = brands(head);
		if (brands.isEmpty()) {
			return Optional.empty();
		}
		String major = brands.getFirst();
		if (major.equals("crx ")) {
			return Optional.of(ImageFormat.CR3);
		}
		if (AVIF.contains(major)) {
			return Optional.of(ImageFormat.AVIF);
		}
		if (HEIC.contains(major)) {
			return Optional.of(ImageFormat.HEIC);
		}
		if (brands.stream().anyMatch(AVIF::contains)) {
			return Optional.of(ImageFormat.AVIF);
		}
		if (brands.stream().anyMatch(HEIC::contains) || ANY_CODEC.contains(major)) {
			return Optional.of(ImageFormat.HEIC);
		}
		return Optional.empty();
	}

	/**
	 * Reads the brands.
	 * @param head start of the file
	 * @return the major brand first
	 */
	private static List<String> brands(byte[] head) {
		List<String> brands = new ArrayList<>();
		if (head.length < 12) {
			return brands;
		}
		long boxBytes = (head[0] & 0xFFL) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | (head[3] & 0xFF);
		int end = (int) Math.min(boxBytes, head.length);
		brands.add(brand(head, 8));
		for (int at = 16; at + 4 <= end && brands.size() < MAX_BRANDS; at += 4) {
			brands.add(brand(head, at));
		}
		return brands;
	}

	private static String brand(byte[] head, int at) {
		return new String(head, at, 4, StandardCharsets.ISO_8859_1);
	}

}
