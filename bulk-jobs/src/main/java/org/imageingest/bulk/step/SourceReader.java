package org.imageingest.bulk.step;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.imageingest.bulk.item.ItemSource;
import org.imageingest.bulk.item.Shard;
import org.imageingest.bulk.item.SourceItem;
import org.imageingest.bulk.progress.ProgressLog;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the items of a shard behind the cursor.
 */
public class SourceReader implements ItemStreamReader<SourceItem> {

	private final ItemSource source;

	private final Shard shard;

	private final Checkpoint checkpoint;

	private final ProgressLog progress;

	private @Nullable Stream<SourceItem> items;

	private Iterator<SourceItem> rest = List.<SourceItem>of().iterator();

	public SourceReader(ItemSource source, Shard shard, Checkpoint checkpoint, ProgressLog progress) {
		this.source = source;
		this.shard = shard;
		this.checkpoint = checkpoint;
		this.progress = progress;
	}

	/** Called when the checkpoint is open already. */
	@Override
	public void open(ExecutionContext context) {
		this.items = this.source.open(this.checkpoint.cursor()).filter(this.shard::takes);
		this.rest = this.items.iterator();
		this.progress.count(this::count);
	}

	private long count(BooleanSupplier stopped) {
		return this.source.count((item) -> {
			if (stopped.getAsBoolean()) {
				throw new CancellationException();
			}
			return this.shard.takes(item);
		});
	}

	@Override
	public @Nullable SourceItem read() {
		if (!this.rest.hasNext()) {
			return null;
		}
		SourceItem item = this.rest.next();
		this.checkpoint.reached(item.place());
		return item;
	}

	@Override
	public void close() {
		if (this.items != null) {
			this.items.close();
		}
	}

}
