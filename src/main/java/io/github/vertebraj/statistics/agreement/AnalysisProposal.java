package io.github.vertebraj.statistics.agreement;

import java.util.Arrays;
import java.util.List;

/**
 * The analyses that suit readings, and why. Categories get κ: Cohen's for two readings, Fleiss' for more. Numbers get
 * Bland-Altman limits of each two readings and the intraclass correlation of all. Numbers that are taken as categories are
 * those of only two different values, and whole numbers of at most seven different values that are fewer than the
 * subjects, such as grades. A proposal only: a study's protocol names its analysis before the data are seen.
 *
 * @param analyses one or more, never {@code AUTO}
 * @param reason   a clause or two
 */
public record AnalysisProposal(List<Analysis> analyses, String reason) {

	/** Grades and scores of readers seldom have more steps. */
	private static final int MOST_GRADES = 7;

	public AnalysisProposal {
		analyses = List.copyOf(analyses);
	}

	/**
	 * For readings that are categories.
	 *
	 * @param readings how many each subject has
	 * @param why      they are categories: a clause
	 */
	public static AnalysisProposal ofCategories(final int readings, final String why) {
		return new AnalysisProposal(List.of(readings == 2 ? Analysis.COHEN_KAPPA : Analysis.FLEISS_KAPPA), count(readings) +
			", " + why);
	}

	/**
	 * For readings that are numbers, which may stand for categories.
	 *
	 * @param ratings indexed [subject][reading], finite; at least one subject
	 */
	public static AnalysisProposal ofNumbers(final double[][] ratings) {
		final int readings = ratings[0].length;
		final double[] levels = Arrays.stream(ratings).flatMapToDouble(Arrays::stream).distinct().toArray();
		if (levels.length <= 2) return ofCategories(readings, "numbers of " + (levels.length == 1 ? "one value"
			: "two different values") + ", taken as categories");
		final boolean isWhole = Arrays.stream(levels).allMatch(value -> value == Math.rint(value));
		if (isWhole && levels.length <= MOST_GRADES && levels.length < ratings.length) return ofCategories(readings,
			"whole numbers of only " + levels.length + " different values, taken as grades");
		return new AnalysisProposal(List.of(Analysis.BLAND_ALTMAN, Analysis.ICC), count(readings) + ", numbers of " +
			levels.length + " different values" + (isWhole ? "" : ", not all of them whole"));
	}

	private static String count(final int readings) {
		return readings + " readings of each subject";
	}
}
