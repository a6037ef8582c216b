package org.imageingest.engine.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.engine.file.BoundedFile;

/**
 * The properties of a HEIF's items: which of them belong to the primary one, which is the
 * picture (ISO/IEC 23008-12, 9.3). Thumbnails, alpha and gain maps have properties too.
 */
final class ItemProperties {

	private static final int MAX_ASSOCIATIONS = 4096;

	private final List<Box> properties = new ArrayList<>();

	private long primary = -1;

	private long associations = -1;

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
		if (this.primary < 0 || this.associations < 0) {
			return ofAny();
		}
		boolean wideIds = file.u8(this.associations) > 0;
		boolean wideIndexes = (file.u8(this.associations + 3) & 1) == 1;
		long items = file.u32(this.associations + 4);
		long at = this.associations + 8;
		int left = MAX_ASSOCIATIONS;
		for (long item = 0; item < items; item++) {
			long id = wideIds ? file.u32(at) : file.u16(at);
			int count = file.u8(at + (wideIds ? 4 : 2));
			at += wideIds ? 5 : 3;
			left -= 1 + count;
			if (id == this.primary || left < 0) {
				return (left < 0) ? ofAny() : properties(file, at, count, wideIndexes);
			}
			at += wideIndexes ? 2L * count : count;
		}
		return ofAny();
	}

	private List<Box> ofAny() {
		return this.properties.stream().filter((property) -> !property.type().equals("ispe")).toList();
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
	}

}
