package org.imageingest.engine.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.engine.file.BoundedFile;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a HEIF's items: which of them belong to the primary one, which is the
 * picture (ISO/IEC 23008-12, 9.3). Thumbnails, alpha and gain maps have properties too.
 * Where the picture is made of tiles, its colours may be told of those alone, as
 * telephones did.
 */
final class ItemProperties {

	private static final int MAX_ASSOCIATIONS = 4096;

	private final List<Box> properties = new ArrayList<>();

	private long primary = -1;

	private long associations = -1;

	private final List<Derivation> derivations = new ArrayList<>();

	/**
	 * Takes the {@code pitm} box.
	 * @param file the file
	 * @param content where its content starts
	 */
	void primary(BoundedFile file, long content) throws IOException {
		this.primary = (file.u8(content) == 0) ? file.u16(content + 4) : file.u32(content + 4);
	}

	/**
	 * Takes the {@code ipma} box.
	 * @param content where its content starts
	 */
	void associations(long content) {
		this.associations = content;
	}

	/**
	 * Takes a {@code dimg} box inside of the {@code iref} box: which items one is made
	 * of.
	 * @param content where its content starts
	 * @param wideIds whether numbers of items have 32 bits
	 */
	void derivation(long content, boolean wideIds) {
		this.derivations.add(new Derivation(content, wideIds));
	}

	/**
	 * Takes a box inside of the {@code ipco} box.
	 * @param property the box
	 */
	void add(Box property) {
		this.properties.add(property);
	}

	/**
	 * Returns the properties of the picture.
	 * @param file the file
	 * @return in the order in which they apply; if the file does not tell which are the
	 * picture's all of them, but for sizes
	 */
	List<Box> ofPrimary(BoundedFile file) throws IOException {
		List<Box> own = of(this.primary, file);
		if (own == null) {
			return this.properties.stream().filter((property) -> !property.type().equals("ispe")).toList();
		}
		if (own.stream().noneMatch(Box::isColour)) {
			List<Box> part = of(firstPart(file), file);
			if (part != null) {
				part.stream().filter(Box::isColour).forEach(own::add);
			}
		}
		return own;
	}

	/** Returns the first item that the picture is made of, -1 if it is of no other. */
	private long firstPart(BoundedFile file) throws IOException {
		for (Derivation derivation : this.derivations) {
			long at = derivation.content();
			if (id(file, at, derivation.wideIds()) == this.primary) {
				int bytes = derivation.wideIds() ? 4 : 2;
				return (file.u16(at + bytes) > 0) ? id(file, at + bytes + 2, derivation.wideIds()) : -1;
			}
		}
		return -1;
	}

	private static long id(BoundedFile file, long at, boolean wide) throws IOException {
		return wide ? file.u32(at) : file.u16(at);
	}

	private @Nullable List<Box> of(long wanted, BoundedFile file) throws IOException {
		if (wanted < 0 || this.associations < 0) {
			return null;
		}
		boolean wideIds = file.u8(this.associations) > 0;
		boolean wideIndexes = (file.u8(this.associations + 3) & 1) == 1;
		long items = file.u32(this.associations + 4);
		long at = this.associations + 8;
		int left = MAX_ASSOCIATIONS;
		for (long item = 0; item < items; item++) {
			long id = id(file, at, wideIds);
			int count = file.u8(at + (wideIds ? 4 : 2));
			at += wideIds ? 5 : 3;
			left -= 1 + count;
			if (id == wanted || left < 0) {
				return (left < 0) ? null : properties(file, at, count, wideIndexes);
			}
			at += wideIndexes ? 2L * count : count;
		}
		return null;
	}

	private List<Box> properties(BoundedFile file, long start, int count, boolean wideIndexes) throws IOException {
		List<Box> found = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int index = wideIndexes ? file.u16(start + 2L * i) & 0x7FFF : file.u8(start + i) & 0x7F;
			if (index >= 1 && index <= this.properties.size()) {
				found.add(this.properties.get(index - 1));
			}
		}
		return found;
	}

	/**
	 * A box.
	 *
	 * @param type four characters
	 * @param content where its content starts
	 * @param end where it ends
	 */
	record Box(String type, long content, long end) {

		boolean isColour() {
			return this.type.equals("colr");
		}

	}

	private record Derivation(long content, boolean wideIds) {
	}

}
