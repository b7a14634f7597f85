package io.github.vertebraj.statistics.rank;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.statistics.distribution.NormalDistribution;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Dunn's comparison of each pair of groups after {@link KruskalWallisTest}: the difference of mean ranks of the common
 * ranking over its standard error, which is corrected for ties. The p-values are two-sided and not adjusted for their
 * number. Where all values are equal, z is 0 and p is 1.
 * <p>
 * Source: O. J. Dunn, Technometrics 1964;6:241, doi:10.1080/00401706.1964.10490181.
 */
public final class DunnTest {

	private static final DunnTest DEFAULTS = new DunnTest();

	private DunnTest() {}

	public static DunnTest withDefaults() {
		return DEFAULTS;
	}

	/**
	 * One pair.
	 *
	 * @param first  index of the first group, from 0
	 * @param second index of the second group
	 */
	public record Result(TestSummary summary, int first, int second) implements TestResult {}

	/**
	 * @param groups two or more, of one value or more
	 * @return all pairs: 0 and 1, 0 and 2, ..., 1 and 2, ...; z is positive where the first group is higher
	 * @throws IllegalArgumentException if there are fewer than two groups, one is empty, or a value is not finite
	 */
	public List<Result> test(final double[]... groups) {
		final RankedGroups ranked = RankedGroups.of("Dunn's test", groups);
		final List<Result> results = new ArrayList<>();
		for (int i = 0; i < groups.length; i++)
			for (int j = i + 1; j < groups.length; j++)
				results.add(pair(ranked, i, j));
		return results;
	}

	private static Result pair(final RankedGroups ranked, final int first, final int second) {
		final double difference = ranked.meanRank(first) - ranked.meanRank(second);
		final TestSummary.Builder summary = TestSummary.of("Dunn", ranked.size(first), ranked.size(second)).variant(
			"asymptotic" + (ranked.hasTies() ? " (ties)" : "")).effect(Effect.of("difference of mean ranks", difference));
		if (ranked.isAllTied()) return new Result(summary.statistic("z", 0).note(
			"All values are equal: no group can differ, and p is 1").pValue(1), first, second);
		final double z = difference / Math.sqrt(ranked.rankVariance() * (1.0 / ranked.size(first) + 1.0 / ranked.size(
			second)));
		return new Result(summary.statistic("z", z).pValue(2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z))),
			first, second);
	}
}
