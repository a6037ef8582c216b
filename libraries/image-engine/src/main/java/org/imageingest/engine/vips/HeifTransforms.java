package org.imageingest.engine.vips;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Follows the transforms of a HEIF's primary item, which apply in the order of their list
 * (ISO/IEC 23008-12, 6.5 and 9.3). A mirroring that is put off to the end changes its
 * direction with every quarter turn that it lets pass.
 */
final class HeifTransforms {

	private static final int BOX_HEADER_BYTES = 8;

	private static final int MAX_BOXES = 4096;

	private static final int MAX_ASSOCIATIONS = 4096;

	private final BoundedFile file;

	private final List<Property> properties = new ArrayList<>();

	private final List<Long> associations = new ArrayList<>();

	private final List<Long> places = new ArrayList<>();

	private long primary = -1;

	private int boxesLeft = MAX_BOXES;

	private int associationsLeft = MAX_ASSOCIATIONS;

	private boolean leftToRight;

	private boolean topToBottom;

	private boolean croppedMirrored;

	HeifTransforms(BoundedFile file) {
		this.file = file;
	}

	/**
	 * Reads the file.
	 * @return the mirroring; none if it cannot be put off, because a crop comes after it
	 * @throws IOException if the file cannot be read
	 * @throws MalformedFileException if its boxes do not fit it
	 */
	HeifMirror mirror() throws IOException {
		boxes(0, this.file.size(), false);
		for (long content : this.associations) {
			items(content);
		}
		return this.croppedMirrored ? HeifMirror.NONE : new HeifMirror(orientation(), this.places);
	}

	private int orientation() {
		if (this.leftToRight) {
			return this.topToBottom ? 3 : 2;
		}
		return this.topToBottom ? 4 : 1;
	}

	private void boxes(long start, long end, boolean areProperties) throws IOException {
		long at = start;
		while (at + BOX_HEADER_BYTES <= end && this.boxesLeft-- > 0) {
			long length = this.file.u32(at);
			String type = this.file.ascii(at + 4, 4);
			long content = at + BOX_HEADER_BYTES;
			if (length == 1) {
				length = this.file.s64(content);
				content += 8;
			}
			long next = (length == 0) ? end : at + length;
			if (next < content || next > end) {
				return;
			}
			if (areProperties) {
				this.properties.add(new Property(type, content));
			}
			else {
				box(type, content, next);
			}
			at = next;
		}
	}

	private void box(String type, long content, long end) throws IOException {
		switch (type) {
			case "meta" -> boxes(content + 4, end, false);
			case "iprp" -> boxes(content, end, false);
			case "ipco" -> boxes(content, end, true);
			case "ipma" -> this.associations.add(content);
			case "pitm" -> this.primary = id(content + 4, this.file.u8(content) > 0);
			default -> {
			}
		}
	}

	private long id(long at, boolean wide) throws IOException {
		return wide ? this.file.u32(at) : this.file.u16(at);
	}

	private void items(long content) throws IOException {
		boolean wideIds = this.file.u8(content) > 0;
		int indexBytes = ((this.file.u8(content + 3) & 1) == 1) ? 2 : 1;
		long at = content + 8;
		for (long left = this.file.u32(content + 4); left > 0; left--) {
			long id = id(at, wideIds);
			at += wideIds ? 4 : 2;
			int count = this.file.u8(at++);
			this.associationsLeft -= 1 + count;
			if (this.associationsLeft < 0) {
				throw new MalformedFileException("it has too many properties");
			}
			item(id, ties(at, count, indexBytes));
			at += (long) count * indexBytes;
		}
	}

	private List<Tie> ties(long start, int count, int indexBytes) throws IOException {
		List<Tie> ties = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			long at = start + (long) i * indexBytes;
			int index = (indexBytes == 2) ? this.file.u16(at) & 0x7FFF : this.file.u8(at) & 0x7F;
			if (index >= 1 && index <= this.properties.size()) {
				ties.add(new Tie(this.properties.get(index - 1), at, indexBytes));
			}
		}
		return ties;
	}

	/** Transparency is an item of its own, which is mirrored like the picture. */
	private void item(long id, List<Tie> ties) throws IOException {
		if (id == this.primary) {
			for (Tie tie : ties) {
				follow(tie.property());
			}
		}
		if (id == this.primary || ties.stream().anyMatch((tie) -> tie.property().type().equals("auxC"))) {
			ties.stream()
				.filter((tie) -> tie.property().type().equals("imir"))
				.forEach((tie) -> tie.addTo(this.places));
		}
	}

	private void follow(Property property) throws IOException {
		switch (property.type()) {
			case "imir" -> {
				boolean sideways = (this.file.u8(property.content()) & 1) == 1;
				this.leftToRight ^= sideways;
				this.topToBottom ^= !sideways;
			}
			case "irot" -> {
				if ((this.file.u8(property.content()) & 1) == 1) {
					boolean sideways = this.leftToRight;
					this.leftToRight = this.topToBottom;
					this.topToBottom = sideways;
				}
			}
			case "clap" -> this.croppedMirrored |= this.leftToRight || this.topToBottom;
			default -> {
			}
		}
	}

	private record Property(String type, long content) {
	}

	/** Where a property is tied to an item. */
	private record Tie(Property property, long at, int bytes) {

		void addTo(List<Long> places) {
			for (int i = 0; i < this.bytes; i++) {
				places.add(this.at + i);
			}
		}

	}

}
