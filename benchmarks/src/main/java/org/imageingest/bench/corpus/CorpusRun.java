package org.imageingest.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.imageingest.bench.corpus.CorpusReport.Growth;
import org.imageingest.bench.process.ProcessReadings;
import org.imageingest.bench.process.ProcessTree;
import org.imageingest.bench.report.Progress;
import org.imageingest.bench.service.ServiceAddress;
import org.jspecify.annotations.Nullable;

/**
 * Sends a collection through a running service.
 */
final class CorpusRun {

	/** By then every worker has met pictures of many kinds. */
	static final int FIRST_FILES = 50;

	private final CorpusOptions options;

	private final CorpusClient client;

	private final FileCheck check;

	private final @Nullable ProcessTree service;

	CorpusRun(CorpusOptions options, ServiceAddress address) {
		this.options = options;
		this.client = new CorpusClient(address);
		this.check = new FileCheck(this.client, options.isPortable());
		this.service = address.pids().isEmpty() ? null
				: new ProcessTree(address.pids(), ProcessReadings.ofThisSystem());
	}

	/**
	 * Sends all files: the first ones, and once all of those are at their end the others.
	 * @param corpus the files
	 * @return what was found
	 */
	Result run(Corpus corpus) throws InterruptedException {
		List<CorpusFile> files = corpus.files();
		AtomicInteger done = new AtomicInteger();
		Progress progress = new Progress("corpus", () -> done + " of " + files.size() + " files");
		int first = Math.min(FIRST_FILES, files.size());
		List<Finding> findings = new ArrayList<>(checked(files.subList(0, first), done, progress));
		long before = memory();
		findings.addAll(checked(files.subList(first, files.size()), done, progress));
		progress.finish();
		Growth growth = (this.service != null && first < files.size()) ? new Growth(before, memory()) : null;
		return new Result(findings, CorpusReport.of(findings, growth, isAlive()));
	}

	private List<Finding> checked(List<CorpusFile> files, AtomicInteger done, Progress progress)
			throws InterruptedException {
		try (ExecutorService senders = Executors.newFixedThreadPool(this.options.concurrency())) {
			List<Future<Finding>> running = files.stream().map((file) -> senders.submit(() -> {
				Finding finding = this.check.check(file);
				done.incrementAndGet();
				return finding;
			})).toList();
			List<Finding> findings = new ArrayList<>();
			for (Future<Finding> finding : running) {
				findings.add(finding.get());
				progress.show();
			}
			return findings;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A file could not be checked", ex.getCause());
		}
	}

	private long memory() {
		return (this.service != null) ? this.service.residentBytes() : 0;
	}

	private boolean isAlive() throws InterruptedException {
		return (this.service == null || this.service.isAlive()) && this.client.isHealthy();
	}

	/**
	 * What was found.
	 *
	 * @param findings of each file
	 * @param report the figures
	 */
	record Result(List<Finding> findings, CorpusReport report) {

		Result {
			findings = List.copyOf(findings);
		}

	}

}
