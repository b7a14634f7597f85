package io.github.vertebraj.statistics.comparison;

import java.util.Arrays;

import io.github.vertebraj.statistics.comparison.Observations.Counts;
import io.github.vertebraj.statistics.comparison.Observations.Groups;
import io.github.vertebraj.statistics.comparison.Observations.Repeated;
import io.github.vertebraj.statistics.comparison.Observations.RepeatedCategories;
import io.github.vertebraj.statistics.comparison.Observations.Summaries;
import io.github.vertebraj.statistics.mean.ShapiroWilkTest;

/**
 * The test that suits the data, and why: by type, pairing, ties, departure from a normal distribution, and expected
 * counts. A proposal only: a study's protocol names its tests before the data are seen.
 *
 * @param test   never {@code AUTO}
 * @param reason a clause or two
 */
public record Proposal(TestName test, String reason) {

	/** Expected counts below which the χ² approximation is mistrusted (Cochran, Biometrics 1954;10:417-451). */
	private static final double SMALL_EXPECTED = 5;

	/** Scales of readers have up to so many grades. */
	private static final int MOST_GRADES = 7;
	private static final double NORMALITY_LEVEL = 0.05;
	private static final int FEWEST_FOR_NORMALITY = 3;
	private static final int MOST_FOR_NORMALITY = 5000;

	/** @throws IllegalArgumentException if no test of ours suits the data */
	public static Proposal of(final Observations data) {
		if (data instanceof Groups groups) return ofGroups(groups);
		if (data instanceof Repeated repeated) return ofRepeated(repeated);
		if (data instanceof Counts counts) return ofCounts(counts);
		if (data instanceof RepeatedCategories repeated) return ofRepeatedCategories(repeated);
		return ofSummaries((Summaries) data);
	}

	private static Proposal ofGroups(final Groups groups) {
		final boolean isPair = groups.names().size() == 2;
		final TestName ranks = isPair ? TestName.MANN_WHITNEY : TestName.KRUSKAL_WALLIS;
		final String start = groups.names().size() + " independent groups of numbers, ";
		final double[] all = groups.values().stream().flatMapToDouble(Arrays::stream).toArray();
		if (isOrdinal(all)) return new Proposal(ranks, start + ties(all));
		boolean isLarge = false;
		for (int i = 0; i < groups.names().size(); i++) {
			isLarge |= groups.values().get(i).length > MOST_FOR_NORMALITY;
			final String doubt = doubtOfNormality("group " + groups.names().get(i), groups.values().get(i));
			if (!doubt.isEmpty()) return new Proposal(ranks, start + doubt);
		}
		return new Proposal(isPair ? TestName.WELCH_T : TestName.WELCH_ANOVA, start + (isLarge
			? "so large that their means are close to normal whatever the distribution"
			: "no group departs from a normal distribution (Shapiro-Wilk p >= 0.05)") + "; variances need not be equal");
	}

	private static Proposal ofRepeated(final Repeated repeated) {
		final int conditions = repeated.names().size();
		if (conditions > 2) return new Proposal(TestName.FRIEDMAN, conditions + " numbers of each subject");
		final double[] differences = Arrays.stream(repeated.rows()).mapToDouble(row -> row[0] - row[1]).toArray();
		if (isOrdinal(differences)) return new Proposal(TestName.WILCOXON, "pairs of numbers, differences with " + ties(
			differences));
		final String doubt = doubtOfNormality("the differences", differences);
		if (!doubt.isEmpty()) return new Proposal(TestName.WILCOXON, "pairs of numbers, " + doubt);
		return new Proposal(TestName.PAIRED_T, "pairs of numbers, " + (differences.length > MOST_FOR_NORMALITY
			? "so many that the mean difference is close to normal whatever the distribution"
			: "differences do not depart from a normal distribution (Shapiro-Wilk p >= 0.05)"));
	}

	private static Proposal ofCounts(final Counts data) {
		double smallest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < data.counts().rows(); i++)
			for (int j = 0; j < data.counts().columns(); j++)
				smallest = Math.min(smallest, data.counts().expected(i, j));
		final String start = "counts of independent groups, smallest expected count " + Math.floor(100 * smallest) / 100;
		return smallest < SMALL_EXPECTED ? new Proposal(TestName.FISHER, start + " is under 5") : new Proposal(
			TestName.CHI_SQUARE, start + " is at least 5");
	}

	private static Proposal ofRepeatedCategories(final RepeatedCategories data) {
		if (data.categories().size() > 2) throw new IllegalArgumentException("Paired categories are tested two against each" +
			" other, but there are " + data.categories().size() + " (" + String.join(", ", data.categories()) +
			"); join them to two, or ask for their agreement by Agreement...");
		final int conditions = data.names().size();
		return conditions == 2 ? new Proposal(TestName.MCNEMAR, "pairs of two categories") : new Proposal(
			TestName.COCHRAN_Q, conditions + " readings of two categories of each subject");
	}

	private static Proposal ofSummaries(final Summaries data) {
		return new Proposal(data.names().size() == 2 ? TestName.WELCH_T : TestName.WELCH_ANOVA,
			"mean, SD and n of independent groups; variances need not be equal");
	}

	/** Whether there are so few different values, most of them more than once, that they are grades and not measured. */
	private static boolean isOrdinal(final double[] values) {
		final long different = Arrays.stream(values).distinct().count();
		return different <= MOST_GRADES && 2 * different < values.length;
	}

	private static String ties(final double[] values) {
		return "only " + Arrays.stream(values).distinct().count() + " different values among " + values.length +
			", as on an ordinal scale";
	}

	/** Why a sample should not be taken as normal; empty when nothing speaks against it. */
	private static String doubtOfNormality(final String name, final double[] values) {
		if (values.length < FEWEST_FOR_NORMALITY) return name + " has " + values.length +
			(values.length == 1 ? " value" : " values") + ", too few to look at the distribution";
		if (Arrays.stream(values).distinct().count() == 1) return name + " is constant";
		if (values.length > MOST_FOR_NORMALITY) return "";
		final double p = ShapiroWilkTest.withDefaults().test(values).pValue();
		return p < NORMALITY_LEVEL ? name + " departs from a normal distribution (Shapiro-Wilk p " + (p < 0.001 ? "< 0.001"
			: "= " + Math.floor(1e4 * p) / 1e4) + ")" : "";
	}
}
