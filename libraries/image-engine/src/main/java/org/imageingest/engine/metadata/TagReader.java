package org.imageingest.engine.metadata;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessFileReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the blocks of a file to metadata-extractor. Whatever is wrong with a block costs
 * that block only.
 */
final class TagReader {

	private static final Logger logger = LoggerFactory.getLogger(TagReader.class);

	private final Metadata metadata = new Metadata();

	private final MeteredReader.Budget budget = new MeteredReader.Budget();

	private boolean damaged;

	void exif(byte[] tiff) {
		MeteredReader metered = new MeteredReader(new ByteArrayReader(tiff), this.budget);
		attempt(() -> new ExifReader().extract(metered, this.metadata));
		// The library keeps what stopped it to itself
		this.damaged |= metered.isExhausted();
	}

	void photoshop(byte[] segment) {
		attempt(() -> new PhotoshopReader().readJpegSegments(List.of(segment), this.metadata, JpegSegmentType.APPD));
	}

	void xmp(byte[] packet) {
		attempt(() -> new XmpReader().extract(packet, this.metadata));
	}

	/**
	 * Reads a file that is a TIFF structure as a whole.
	 * @param file TIFF or a RAW built like it
	 */
	void tiff(Path file) {
		LargeTagFilter filter = new LargeTagFilter(this.metadata);
		attempt(() -> {
			try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
				new TiffReader().processTiff(new MeteredReader(new RandomAccessFileReader(bytes), this.budget), filter,
						0);
			}
		});
		this.damaged |= filter.hasSkipped();
	}

	void damaged(Exception ex) {
		this.damaged = true;
		logger.debug("Metadata could not be read: {}", ex.getClass().getSimpleName());
	}

	boolean isDamaged() {
		return this.damaged;
	}

	ExifTags tags() {
		return new ExifTags(this.metadata);
	}

	/**
	 * The library throws what it likes on hostile input; a photo must not fail by it.
	 */
	private void attempt(Block block) {
		try {
			block.read();
		}
		catch (IOException | TiffProcessingException | RuntimeException ex) {
			damaged(ex);
		}
	}

	/** Reads one block. */
	private interface Block {

		void read() throws IOException, TiffProcessingException;

	}

}
