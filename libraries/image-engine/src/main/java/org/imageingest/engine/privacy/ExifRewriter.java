package org.imageingest.engine.privacy;

import java.nio.ByteBuffer;

/**
 * Rewrites EXIF blocks, whatever file they stand in.
 */
final class ExifRewriter {

	private static final int ORIENTATION = 0x0112;

	private static final int SHORT = 3;

	private static final int HEADER_BYTES = 8;

	private static final int ONE_ENTRY_BYTES = 26;

	private final int orientation;

	/**
	 * Makes a rewriter.
	 * @param orientation what is kept of a block that cannot be followed; 1 is not worth
	 * a block
	 */
	ExifRewriter(int orientation) {
		this.orientation = orientation;
	}

	/**
	 * Rewrites a block.
	 * @param block a TIFF structure
	 * @return the block without location; equal to it if there was none, empty if nothing
	 * is left
	 */
	byte[] rewrite(byte[] block) {
		try {
			return new ExifBlock(block).withoutLocation();
		}
		catch (BrokenExifException ex) {
			return (this.orientation != 1) ? orientationAlone() : new byte[0];
		}
	}

	private byte[] orientationAlone() {
		return ByteBuffer.allocate(ONE_ENTRY_BYTES)
			.put((byte) 'M')
			.put((byte) 'M')
			.putShort((short) 42)
			.putInt(HEADER_BYTES)
			.putShort((short) 1)
			.putShort((short) ORIENTATION)
			.putShort((short) SHORT)
			.putInt(1)
			.putShort((short) this.orientation)
			.array();
	}

}
