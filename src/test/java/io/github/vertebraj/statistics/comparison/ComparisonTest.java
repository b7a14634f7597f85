package io.github.vertebraj.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.comparison.Observations.Counts;
import io.github.vertebraj.statistics.comparison.Observations.Groups;
import io.github.vertebraj.statistics.comparison.Observations.Repeated;
import io.github.vertebraj.statistics.comparison.Observations.RepeatedCategories;
import io.github.vertebraj.statistics.comparison.Observations.Summaries;
import io.github.vertebraj.statistics.mean.SampleSummary;

class ComparisonTest {

	/** Quantiles of the normal distribution, to which Shapiro-Wilk has no objection. */
	private static final double[] NORMAL = { -1.64, -1.04, -0.67, -0.39, -0.13, 0.13, 0.39, 0.67, 1.04, 1.64 };
	private static final double[] SKEW = Arrays.stream(NORMAL).map(x -> Math.exp(3 * x)).toArray();

	private static Groups groups(final double[]... values) {
		return new Groups(names(values.length), List.of(values));
	}

	private static Repeated repeated(final double[]... conditions) {
		return new Repeated(names(conditions.length), IntStream.range(0, conditions[0].length).mapToObj(i -> Arrays.stream(
			conditions).mapToDouble(condition -> condition[i]).toArray()).toArray(double[][]::new));
	}

	private static List<String> names(final int count) {
		return IntStream.range(0, count).mapToObj(i -> "group " + i).toList();
	}

	private static Counts counts(final int[]... rows) {
		return new Counts(names(rows.length), names(rows[0].length), CountTable.of(rows));
	}

	private static RepeatedCategories signs(final int categories, final int[]... rows) {
		return new RepeatedCategories(names(categories), names(rows[0].length), rows);
	}

	private static void assertProposes(final TestName expected, final String because, final Observations data) {
		final Proposal proposal = Proposal.of(data);
		assertEquals(expected, proposal.test());
		assertTrue(proposal.reason().contains(because), proposal.reason());
	}

	private static void assertRefused(final String reason, final TestName test, final Observations data) {
		final String message = assertThrows(IllegalArgumentException.class, () -> run(test, data)).getMessage();
		assertTrue(message.contains(reason), message);
	}

	private static TestSummary run(final TestName test, final Observations data) {
		return Comparison.by(test).run(data, done -> {});
	}

	@Test
	void proposesByTypePairingTiesAndExpectedCounts() {
		assertProposes(TestName.WELCH_T, "no group departs from a normal distribution", groups(NORMAL, NORMAL));
		assertProposes(TestName.WELCH_ANOVA, "3 independent groups", groups(NORMAL, NORMAL, NORMAL));
		assertProposes(TestName.MANN_WHITNEY, "group group 1 departs from a normal distribution (Shapiro-Wilk p < 0.001)",
			groups(NORMAL, SKEW));
		assertProposes(TestName.MANN_WHITNEY, "only 3 different values among 8", groups(new double[] { 0, 1, 1, 2 },
			new double[] { 0, 0, 1, 2 }));
		assertProposes(TestName.KRUSKAL_WALLIS, "has 2 values, too few", groups(new double[] { 1, 2 }, new double[] { 3, 4 },
			new double[] { 5, 6 }));
		assertProposes(TestName.MANN_WHITNEY, "is constant", groups(NORMAL, new double[] { 1, 1, 1 }));
		assertProposes(TestName.PAIRED_T, "differences do not depart", repeated(NORMAL, new double[10]));
		assertProposes(TestName.WILCOXON, "the differences departs", repeated(SKEW, new double[10]));
		assertProposes(TestName.FRIEDMAN, "3 numbers of each subject", repeated(NORMAL, SKEW, NORMAL));
		assertProposes(TestName.FISHER, "smallest expected count 4.5 is under 5", counts(new int[] { 8, 2 }, new int[] { 1,
			9 }));
		assertProposes(TestName.CHI_SQUARE, "at least 5", counts(new int[] { 30, 20 }, new int[] { 10, 40 }));
		assertProposes(TestName.MCNEMAR, "pairs", signs(2, new int[] { 0, 1 }, new int[] { 1, 1 }));
		assertProposes(TestName.COCHRAN_Q, "3 readings", signs(2, new int[] { 0, 1, 1 }, new int[] { 1, 1, 0 }));
		assertProposes(TestName.WELCH_T, "mean, SD and n", new Summaries(names(2), List.of(SampleSummary.of(NORMAL),
			SampleSummary.of(SKEW))));
	}

	@Test
	void theReasonStandsInTheResult() {
		final TestSummary summary = run(TestName.AUTO, groups(NORMAL, SKEW));
		assertEquals("Mann-Whitney U", summary.test());
		assertTrue(summary.reason().startsWith("auto: 2 independent groups of numbers, "), summary.reason());
	}

	@Test
	void refusesTestsThatDoNotSuit() {
		assertRefused("paired t needs numbers of the same subjects, but these are numbers in 2 independent groups; auto" +
			" would take Welch t", TestName.PAIRED_T, groups(NORMAL, NORMAL));
		assertRefused("Kruskal-Wallis needs numbers of independent groups", TestName.KRUSKAL_WALLIS, repeated(NORMAL, SKEW));
		assertRefused("Welch t compares two, but there are 3", TestName.WELCH_T, groups(NORMAL, NORMAL, SKEW));
		assertRefused("McNemar needs two categories, but there are 3", TestName.MCNEMAR, signs(3, new int[] { 0, 2 }));
		assertRefused("join them to two", TestName.AUTO, signs(3, new int[] { 0, 2 }));
	}

	@Test
	void testsEachTwoGroupsWithTheTestForTwo() {
		final List<Comparison.PairResult> pairs = Comparison.by(TestName.ANOVA).runPairs(groups(NORMAL, SKEW, NORMAL),
			done -> {});
		assertEquals(List.of("group 0", "group 2"), pairs.get(1).names());
		assertEquals("t test", pairs.get(1).summary().test());
		assertEquals("Dunn", Comparison.by(TestName.KRUSKAL_WALLIS).runPairs(groups(NORMAL, SKEW, NORMAL), done -> {}).get(0)
			.summary().test().substring(0, 4));
	}
}
