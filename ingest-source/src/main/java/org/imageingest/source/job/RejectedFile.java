package org.imageingest.source.job;

import org.imageingest.model.problem.Problem;

/**
 * A file of a batch that was not taken.
 *
 * @param position place in the batch, from 0
 * @param filename display text
 * @param problem why
 */
public record RejectedFile(int position, String filename, Problem problem) {
}
