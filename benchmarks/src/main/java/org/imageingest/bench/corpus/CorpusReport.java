package org.imageingest.bench.corpus;

import java.util.List;
import java.util.function.Predicate;

import org.imageingest.bench.report.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run.
 *
 * @param files files that were sent
 * @param variants files that became variants
 * @param originalOnly files that were kept without variants
 * @param rejected files that were refused with a problem
 * @param broken files without a proper answer
 * @param agreeing files with the outcome that is expected or tolerated
 * @param agreeingPercent the same of 100
 * @param different files of which something else is told than expected
 * @param leaking files of which something came out that should not have
 * @param rssAfterFirstMb memory of the service after the first files, units of 1,048,576
 * bytes; {@code null} where its processes are not known
 * @param rssAtEndMb the same at the end
 * @param rssGrowth the second divided by the first
 * @param alive whether the service takes uploads at the end
 */
record CorpusReport(int files, int variants, int originalOnly, int rejected, int broken, int agreeing,
		double agreeingPercent, int different, int leaking, @Nullable Long rssAfterFirstMb, @Nullable Long rssAtEndMb,
		@Nullable Double rssGrowth, boolean alive) {

	private static final double HUNDRED = 100.0;

	static CorpusReport of(List<Finding> findings, @Nullable Growth growth, boolean alive) {
		int agreeing = count(findings, Finding::agrees);
		return new CorpusReport(findings.size(), count(findings, Outcome.VARIANTS),
				count(findings, Outcome.ORIGINAL_ONLY), count(findings, Outcome.REJECT),
				count(findings, Outcome.BROKEN), agreeing,
				Math.floor(HUNDRED * HUNDRED * agreeing / findings.size()) / HUNDRED,
				count(findings, (finding) -> !finding.differences().isEmpty()),
				count(findings, (finding) -> !finding.leaks().isEmpty()),
				(growth != null) ? Figures.megabytes(growth.before()) : null,
				(growth != null) ? Figures.megabytes(growth.after()) : null,
				(growth != null) ? Math.round(growth.factor() * HUNDRED) / HUNDRED : null, alive);
	}

	private static int count(List<Finding> findings, Outcome outcome) {
		return count(findings, (finding) -> finding.outcome() == outcome);
	}

	private static int count(List<Finding> findings, Predicate<Finding> what) {
		return (int) findings.stream().filter(what).count();
	}

	/**
	 * Memory of all processes of the service.
	 *
	 * @param before bytes after the first files
	 * @param after bytes at the end
	 */
	record Growth(long before, long after) {

		double factor() {
			return (double) this.after / Math.max(1, this.before);
		}

	}

}
