package org.imageingest.bulk.item;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The part of a source that one instance takes, so that several machines share it.
 *
 * @param index which part, from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {

	/** The whole source. */
	public static final Shard WHOLE = new Shard(1, 1);

	private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

	public Shard {
		if (index < 1 || index > count) {
			throw new IllegalArgumentException("Shard " + index + "/" + count + " is none of " + count + ": 1/" + count
					+ " is the first, " + count + "/" + count + " the last");
		}
	}

	/**
	 * Reads a shard.
	 * @param text {@code i/n}, for example {@code 2/4}
	 * @return the shard
	 * @throws IllegalArgumentException if it is none
	 */
	public static Shard parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'" + text + "' is no shard: i/n is expected, for example 2/4");
		}
		return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
	}

	/**
	 * Tells whether an item belongs to this part. It never changes, on any machine.
	 * @param item the item
	 * @return true in exactly one of the parts
	 */
	public boolean takes(SourceItem item) {
		if (this.count == 1) {
			return true;
		}
		CRC32C checksum = new CRC32C();
		checksum.update(item.uri().getBytes(StandardCharsets.UTF_8));
		return checksum.getValue() % this.count == this.index - 1;
	}

	@Override
	public String toString() {
		return this.index + "/" + this.count;
	}

}
