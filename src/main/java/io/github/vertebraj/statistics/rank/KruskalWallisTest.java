package io.github.vertebraj.statistics.rank;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Kruskal and Wallis' test whether independent groups come from one distribution. H is corrected for ties and equals R's
 * {@code kruskal.test}. Exact p-values are conditional on the ties: the share of all ways to deal the observed ranks out
 * to the groups that give an H at least as large. Where all values are equal, H is 0 and p is 1. O(n log n) unless exact.
 * <p>
 * Source: W. H. Kruskal, W. A. Wallis, J Am Stat Assoc 1952;47:583, doi:10.1080/01621459.1952.10483441. Effect sizes: M.
 * Tomczak, E. Tomczak, Trends Sport Sci 2014;1:19.
 */
public final class KruskalWallisTest {

	private static final KruskalWallisTest DEFAULTS = new KruskalWallisTest(PMethod.AUTO);

	private final PMethod method;

	private KruskalWallisTest(final PMethod method) {
		this.method = method;
	}

	/** p-value method {@link PMethod#AUTO}. */
	public static KruskalWallisTest withDefaults() {
		return DEFAULTS;
	}

	/** @throws IllegalArgumentException for a continuity correction, which H does not have */
	public KruskalWallisTest with(final PMethod pMethod) {
		if (Objects.requireNonNull(pMethod, "p-value method") == PMethod.ASYMPTOTIC_CORRECTED)
			throw new IllegalArgumentException(
				"The Kruskal-Wallis test has no continuity correction; use 'auto', 'exact' or 'asymptotic'");
		return new KruskalWallisTest(pMethod);
	}

	/**
	 * @param summary   effects are ε² = H / (N − 1) and, where there are more values than groups, η²(H) = (H − k + 1) / (N −
	 *                  k), which may be negative
	 * @param meanRanks of each group, in their order
	 */
	public record Result(TestSummary summary, List<Double> meanRanks) implements TestResult {

		public Result {
			meanRanks = List.copyOf(meanRanks);
		}
	}

	/**
	 * Tests, without telling how far it is.
	 *
	 * @see #test(DoubleConsumer, double[][])
	 */
	public Result test(final double[]... groups) {
		return test(done -> {}, groups);
	}

	/**
	 * @param progress receives the share of an exact enumeration that is done, 0 to 1
	 * @param groups   two or more, of one value or more
	 * @throws IllegalArgumentException if there are fewer than two groups, one is empty, a value is not finite, or an exact
	 *                                  p-value would not end; the message names the sizes
	 * @throws CancellationException    when the thread is interrupted
	 */
	public Result test(final DoubleConsumer progress, final double[]... groups) {
		final RankedGroups ranked = RankedGroups.of("The Kruskal-Wallis test", groups);
		final TestSummary.Builder summary = TestSummary.of("Kruskal-Wallis", ranked.sizes());
		final double h = statistic(ranked);
		summary.statistic("H", h, ranked.groups() - 1);
		addEffects(summary, h, ranked);
		if (ranked.isAllTied()) return new Result(summary.variant("all values tied").note(
			"All values are equal: no group can differ, and p is 1").pValue(1), ranked.meanRanks());
		final OptionalDouble exact = ExactWalk.choose(method, ranked.toString(), budget -> RankSumWalk.pValue(ranked, budget,
			progress));
		final String ties = ranked.hasTies() ? " (ties)" : "";
		summary.variant(exact.isPresent() ? "exact conditional" + ties : "asymptotic, chi^2" + ties);
		summary.because(ExactWalk.reason(method, ranked.toString(), exact.isPresent()));
		return new Result(summary.pValue(exact.orElseGet(() -> ChiSquaredDistribution.of(ranked.groups() - 1.0)
			.survivalProbability(h))), ranked.meanRanks());
	}

	/** Squares of deviations, not of sums: digits do not cancel. */
	private static double statistic(final RankedGroups ranked) {
		if (ranked.isAllTied()) return 0;
		double between = 0;
		for (int i = 0; i < ranked.groups(); i++) {
			final double deviation = ranked.meanRank(i) - (ranked.total() + 1.0) / 2;
			between += ranked.size(i) * deviation * deviation;
		}
		return between / ranked.rankVariance();
	}

	private static void addEffects(final TestSummary.Builder summary, final double h, final RankedGroups ranked) {
		final double n = ranked.total();
		final int k = ranked.groups();
		summary.effect(Effect.of("epsilon squared", h / (n - 1)));
		if (n > k) summary.effect(Effect.of("eta squared (H)", (h - k + 1) / (n - k)));
	}
}
