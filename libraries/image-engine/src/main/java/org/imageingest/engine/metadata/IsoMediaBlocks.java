package org.imageingest.engine.metadata;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.imageingest.engine.file.BoundedFile;
import org.jspecify.annotations.Nullable;

/**
 * Metadata in the boxes of HEIF and AVIF (ISO/IEC 23008-12, annex A) and of Canon's CR3,
 * whose EXIF directories stand in {@code CMT} boxes of their own.
 */
final class IsoMediaBlocks implements BlockReader {

	private static final int MAX_BOXES = 4096;

	private static final int UUID_BYTES = 16;

	/** Length of the offset to the TIFF header that an Exif item starts with. */
	private static final int EXIF_OFFSET_BYTES = 4;

	/** Coded, tiled and derived pictures; XMP and whatever else there is are not. */
	private static final Set<String> PICTURE_ITEMS = Set.of("hvc1", "av01", "jpeg", "grid", "iden", "iovl", "tmap");

	private static final Set<String> PICTURE_BOXES = Set.of("ftyp", "meta", "mdat");

	private static final String XMP_TYPE = "application/rdf+xml\0";

	/** Longest name of an item that the type of its content is looked for behind. */
	private static final int MAX_NAME_BYTES = 256;

	private final Set<Long> exifItems = new HashSet<>();

	private final Set<Long> xmpItems = new HashSet<>();

	private int left = MAX_BOXES;

	private final ItemProperties properties = new ItemProperties();

	private long @Nullable [] itemLocations;

	@Override
	public void read(BoundedFile file, MetadataBlocks blocks) throws IOException {
		boxesOfFile(file, blocks);
		for (ItemProperties.Box property : this.properties.ofPrimary(file)) {
			property(file, property, blocks);
		}
		if (blocks.iccProfile != null) {
			// A profile goes before code points here, unlike in PNG
			blocks.codePoints = null;
		}
		items(file, this.exifItems, (at, length) -> exifItem(file, at, length, blocks));
		items(file, this.xmpItems, (at, length) -> xmpItem(file, at, length, blocks));
	}

	/** What else a file has, or has behind its boxes, such as a film, goes unread. */
	private void boxesOfFile(BoundedFile file, MetadataBlocks blocks) throws IOException {
		AtomicLong reached = new AtomicLong();
		forEach(file, 0, file.size(), (type, content, next) -> {
			reached.set(next);
			blocks.unsearched |= !PICTURE_BOXES.contains(type);
			box(file, type, content, next, blocks);
		});
		blocks.unsearched |= reached.get() < file.size();
	}

	private void items(BoundedFile file, Set<Long> wanted, ItemLocations.Extent extent) throws IOException {
		if (this.itemLocations != null && !wanted.isEmpty()) {
			new ItemLocations(file, this.itemLocations[0], this.itemLocations[1]).forEach(wanted, extent);
		}
	}

	private void inside(BoundedFile file, long start, long end, MetadataBlocks blocks) throws IOException {
		forEach(file, start, end, (type, content, next) -> box(file, type, content, next, blocks));
	}

	private void properties(BoundedFile file, long start, long end) throws IOException {
		forEach(file, start, end,
				(type, content, next) -> this.properties.add(new ItemProperties.Box(type, content, next)));
	}

	private void references(BoundedFile file, long content, long end) throws IOException {
		boolean wideIds = file.u8(content) > 0;
		forEach(file, content + 4, end, (type, reference, _) -> {
			if (type.equals("dimg")) {
				this.properties.derivation(reference, wideIds);
			}
		});
	}

	private void forEach(BoundedFile file, long start, long end, BoxVisitor visitor) throws IOException {
		long at = start;
		while (at + 8 <= end && this.left-- > 0) {
			long length = file.u32(at);
			long content = at + 8;
			if (length == 1) {
				length = file.s64(content);
				content += 8;
			}
			long next = (length == 0) ? end : at + length;
			if (next < content || next > end) {
				return;
			}
			visitor.visit(file.ascii(at + 4, 4), content, next);
			at = next;
		}
	}

	private void box(BoundedFile file, String type, long content, long end, MetadataBlocks blocks) throws IOException {
		switch (type) {
			case "ftyp" -> blocks.animated = file.ascii(content, 4).equals("avis");
			case "meta" -> {
				blocks.orientedByContainer = true;
				inside(file, content + 4, end, blocks);
			}
			case "iprp" -> inside(file, content, end, blocks);
			case "moov" -> {
				blocks.unsearched = true;
				inside(file, content, end, blocks);
			}
			case "ipco" -> properties(file, content, end);
			case "ipma" -> this.properties.associations(content);
			case "pitm" -> this.properties.primary(file, content);
			case "iref" -> references(file, content, end);
			case "uuid" -> {
				blocks.unsearched = true;
				inside(file, content + UUID_BYTES, end, blocks);
			}
			case "CMT1", "CMT2", "CMT4" -> exif(file, content, end - content, blocks);
			case "iinf" -> inside(file, content + ((file.u8(content) == 0) ? 6 : 8), end, blocks);
			case "infe" -> item(file, content, end, blocks);
			case "iloc" -> this.itemLocations = new long[] { content, end };
			default -> {
			}
		}
	}

	private static void property(BoundedFile file, ItemProperties.Box property, MetadataBlocks blocks)
			throws IOException {
		long content = property.content();
		switch (property.type()) {
			case "irot" -> blocks.quarterTurn = (file.u8(content) & 1) == 1;
			case "ispe" -> {
				blocks.pictureWidth = (blocks.pictureWidth == 0) ? file.u32(content + 4) : blocks.pictureWidth;
				blocks.pictureHeight = (blocks.pictureHeight == 0) ? file.u32(content + 8) : blocks.pictureHeight;
			}
			case "clap" -> {
				blocks.pictureWidth = rounded(file.u32(content), file.u32(content + 4));
				blocks.pictureHeight = rounded(file.u32(content + 8), file.u32(content + 12));
			}
			case "colr" -> {
				String kind = file.ascii(content, 4);
				if (kind.equals("nclx")) {
					blocks.codePoints = new ColourTags.CodePoints(file.u16(content + 4), file.u16(content + 6));
				}
				else if (kind.equals("prof") || kind.equals("rICC")) {
					blocks.iccProfile = file.block(content + 4, property.end() - content - 4);
				}
			}
			default -> {
			}
		}
	}

	private static long rounded(long numerator, long denominator) {
		return (denominator == 0) ? 0 : (2 * numerator + denominator) / (2 * denominator);
	}

	private void item(BoundedFile file, long content, long end, MetadataBlocks blocks) throws IOException {
		int version = file.u8(content);
		if (version < 2) {
			blocks.unsearched = true;
			return;
		}
		int idBytes = (version == 2) ? 2 : 4;
		long id = (version == 2) ? file.u16(content + 4) : file.u32(content + 4);
		String type = file.ascii(content + 4 + idBytes + 2, 4);
		if (type.equals("Exif")) {
			this.exifItems.add(id);
		}
		if (type.equals("mime") && isXmp(file, content + 4 + idBytes + 6, end)) {
			this.xmpItems.add(id);
			blocks.furtherXmp = true;
		}
		blocks.unsearched |= !type.equals("Exif") && !PICTURE_ITEMS.contains(type);
	}

	/** The name of the item stands before the type of its content. */
	private static boolean isXmp(BoundedFile file, long name, long end) throws IOException {
		long at = file.indexOf(0, name, Math.min(end, name + MAX_NAME_BYTES)) + 1;
		return at + XMP_TYPE.length() <= end && file.ascii(at, XMP_TYPE.length()).equals(XMP_TYPE);
	}

	private static void xmpItem(BoundedFile file, long at, long length, MetadataBlocks blocks) throws IOException {
		if (blocks.xmp == null) {
			blocks.xmp((length > MetadataBlocks.MAX_TEXT_BYTES) ? null : file.block(at, length));
		}
	}

	private static void exifItem(BoundedFile file, long at, long length, MetadataBlocks blocks) throws IOException {
		long skip = EXIF_OFFSET_BYTES + file.u32(at);
		if (skip < length) {
			exif(file, at + skip, length - skip, blocks);
		}
	}

	private static void exif(BoundedFile file, long at, long length, MetadataBlocks blocks) throws IOException {
		if (blocks.isTaken(length, MetadataBlocks.MAX_EXIF_BYTES)) {
			blocks.exif.add(file.block(at, length));
		}
	}

	/** Receives a box. */
	private interface BoxVisitor {

		void visit(String type, long content, long end) throws IOException;

	}

}
