package org.imageingest.bulk.progress;

import java.io.PrintStream;
import java.time.Duration;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar on a terminal.
 */
final class TerminalBar implements AutoCloseable {

	private static final int UPDATE_MILLIS = 500;

	private static final int UNKNOWN = -1;

	private final ProgressBar bar;

	TerminalBar(PrintStream terminal, int width, long doneBefore) {
		this.bar = new ProgressBarBuilder().setTaskName("Items")
			.setStyle(ProgressBarStyle.ASCII)
			.setInitialMax(UNKNOWN)
			.startsFrom(doneBefore, Duration.ZERO)
			.showSpeed()
			.setUpdateIntervalMillis(UPDATE_MILLIS)
			.setConsumer(new ConsoleProgressBarConsumer(terminal, width))
			.build();
	}

	void show(Progress progress) {
		Long total = progress.total();
		if (total != null) {
			this.bar.maxHint(total);
		}
		this.bar.stepTo(progress.done());
	}

	@Override
	public void close() {
		this.bar.close();
	}

}
