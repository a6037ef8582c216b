package org.imageingest.bulk.skip;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.imageingest.bulk.BulkProperties;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Writes the report of an instance at the end of each of its executions, on the local
 * disk and in the store. It is always whole, and without rows where all went well.
 */
@Component
public class SkipReport implements JobExecutionListener {

	private static final Logger logger = LoggerFactory.getLogger(SkipReport.class);

	private final SkippedItems skipped;

	private final ObjectStore store;

	private final Path directory;

	SkipReport(SkippedItems skipped, ObjectStore store, BulkProperties properties) {
		this.skipped = skipped;
		this.store = store;
		this.directory = properties.reportDirectory();
	}

	/** A report that fails takes nothing away: the rows stay for the next one. */
	@Override
	public void afterJob(JobExecution execution) {
		JobInstance instance = execution.getJobInstance();
		try {
			Path file = write(instance);
			this.store.putFile(ObjectKeys.report(instance.getJobName(), instance.getId()), file, "text/csv");
			logger.info("Report of skipped items: {}", file);
		}
		catch (IOException | RuntimeException ex) {
			logger.error("The report of skipped items could not be written; they are in the table bulk_skipped", ex);
		}
	}

	private Path write(JobInstance instance) throws IOException {
		Path folder = Files.createDirectories(this.directory.toAbsolutePath().resolve(instance.getJobName()));
		Path file = folder.resolve(instance.getId() + ".csv");
		try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
				CSVPrinter csv = CSVFormat.RFC4180.builder()
					.setHeader("place", "uri", "problem", "reason", "skipped_at")
					.get()
					.print(writer)) {
			this.skipped.read(instance.getId(), (rows) -> print(rows, csv));
		}
		return file;
	}

	private static void print(Stream<SkippedItems.Row> rows, CSVPrinter csv) {
		rows.forEach((row) -> {
			try {
				csv.printRecord(row.place(), row.uri(), row.problem(), row.reason(), row.skippedAt());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

}
