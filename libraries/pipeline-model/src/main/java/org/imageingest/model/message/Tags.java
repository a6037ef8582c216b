package org.imageingest.model.message;

import java.util.List;
import java.util.stream.Stream;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

/**
 * Reads the comma-separated tags of an upload.
 */
public final class Tags {

	private Tags() {
	}

	/**
	 * Reads tags; blanks around them, empty ones and repetitions are dropped.
	 * @param text comma-separated tags
	 * @return the tags in their order
	 * @throws ProblemException if there are too many or one is too long
	 */
	public static List<String> parse(String text) {
		List<String> tags = Stream.of(text.split(","))
			.map((tag) -> tag.replaceAll("\\p{Cc}", " ").strip())
			.filter((tag) -> !tag.isEmpty())
			.distinct()
			.toList();
		if (tags.size() > MessageLimits.TAGS) {
			throw invalid("There are " + tags.size() + " tags, the limit is " + MessageLimits.TAGS, MessageLimits.TAGS,
					tags.size());
		}
		for (String tag : tags) {
			if (tag.length() > MessageLimits.TAG_LENGTH) {
				throw invalid("A tag has " + tag.length() + " characters, the limit is " + MessageLimits.TAG_LENGTH,
						MessageLimits.TAG_LENGTH, tag.length());
			}
		}
		return tags;
	}

	private static ProblemException invalid(String detail, int limit, int actual) {
		return new ProblemException(Problem.overLimit(ProblemType.INVALID_TAGS, detail, limit, actual));
	}

}
