package io.github.vertebraj.statistics.rank;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.Samples;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.Sides;

/**
 * Whether the values of one sample tend to lie above those of another: Mann and Whitney's U (1947,
 * doi:10.1214/aoms/1177730491), which is Wilcoxon's rank sum less its minimum. U counts the pairs in which the first
 * sample's value is the larger, equal pairs as a half. O(n log n) but for the exact p-value.
 * <p>
 * The exact p-value is conditional on the observed values, ties included; two-sided it counts all arrangements whose
 * rank sum lies at least as far from its mean, in either direction, as R's coin has it; without
 * ties this is twice the smaller tail. AUTO takes it up to 5·10⁸ additions (m²·n·(m+n) for the smaller size m, twice
 * that with ties: 125 against 125 without ties), else the normal approximation with continuity correction; beyond 5·10⁹
 * EXACT is refused. The normal approximation has the variance of the ranks observed, that is corrected for ties. When
 * all values are equal, p is 1.
 * <p>
 * Effects are the shift of Hodges and Lehmann with its interval (left out above 10¹⁰ pairs), the rank-biserial
 * correlation 2U/(mn) − 1, and the probability of superiority U/(mn), which is the area under the ROC curve.
 */
public final class MannWhitneyTest {

	/** Pairs whose order statistics are still worth the wait: seconds beyond it. */
	private static final double MOST_PAIRS = 1e10;

	private static final MannWhitneyTest DEFAULTS = new MannWhitneyTest(Alternative.TWO_SIDED, PMethod.AUTO,
		Interval.USUAL_LEVEL);

	private final Sides sides;
	private final PMethod method;

	private MannWhitneyTest(final Alternative alternative, final PMethod method, final double level) {
		sides = new Sides(Objects.requireNonNull(alternative, "alternative"), level);
		this.method = Objects.requireNonNull(method, "method");
	}

	/** Two-sided, p-value method AUTO, 95 % intervals. */
	public static MannWhitneyTest withDefaults() {
		return DEFAULTS;
	}

	public MannWhitneyTest with(final Alternative alternative) {
		return new MannWhitneyTest(alternative, method, sides.level());
	}

	public MannWhitneyTest with(final PMethod pMethod) {
		return new MannWhitneyTest(sides.alternative(), pMethod, sides.level());
	}

	/** @throws IllegalArgumentException if the confidence level is not between 0 and 1 */
	public MannWhitneyTest withLevel(final double level) {
		return new MannWhitneyTest(sides.alternative(), method, level);
	}

	/**
	 * @param summary name, U of the first sample, p and effects
	 * @param uX      pairs in which the first sample's value is the larger, equal ones as a half
	 * @param uY      pairs in which the second sample's value is the larger; uX + uY are all pairs
	 * @param z       U's distance from its mean in standard deviations, with continuity correction where the method has
	 *                it; 0 when all values are equal
	 * @param method  the one used, never AUTO
	 */
	public record Result(TestSummary summary, double uX, double uY, double z, PMethod method) implements TestResult {}

	/**
	 * @throws IllegalArgumentException                   if a sample is empty, a value is not finite, or EXACT is asked
	 *                                                    for samples too large for it
	 * @throws java.util.concurrent.CancellationException when the thread is interrupted
	 */
	public Result test(final double[] x, final double[] y) {
		final double[] first = sorted("The first sample", x);
		final double[] second = sorted("The second sample", y);
		final MidRanks midRanks = MidRanks.of(DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray());
		final double[] ranks = midRanks.ranks();
		final double u = Arrays.stream(ranks, 0, x.length).sum() - x.length * (x.length + 1.0) / 2;
		final double pairs = (double) x.length * y.length;
		final TestSummary.Builder summary = TestSummary.of("Mann-Whitney U", x.length, y.length).alternative(sides
			.alternative()).statistic("U", u);
		final PMethod chosen = choose(summary, x.length, y.length, midRanks.hasTies());
		final RankZ normal = new RankZ(u, pairs / 2, standardDeviation(ranks, pairs), sides, chosen);
		if (normal.sd() == 0) summary.note("All values are equal: p is 1 because every arrangement gives the same U.");
		addEffects(summary, first, second, u / pairs, midRanks.hasTies());
		final double p = chosen == PMethod.EXACT ? exact(ranks, x.length) : normal.pValue();
		return new Result(summary.pValue(p), u, pairs - u, normal.z(), chosen);
	}

	private static double[] sorted(final String name, final double[] values) {
		final double[] sorted = Samples.finite(name, values, 1);
		Arrays.sort(sorted);
		return sorted;
	}

	private PMethod choose(final TestSummary.Builder summary, final int nX, final int nY, final boolean hasTies) {
		final double work = ExactDistribution.rankSumWork(Math.min(nX, nY), (long) nX + nY, hasTies);
		final ExactChoice choice = ExactChoice.of(method, work, "samples of " + nX + " and " + nY + " values", hasTies);
		choice.describe(summary, hasTies, "");
		return choice.method();
	}

	/** From the ranks themselves: the usual difference of cubes loses digits when nearly all values are tied. */
	private static double standardDeviation(final double[] ranks, final double pairs) {
		final double n = ranks.length;
		final double squares = Arrays.stream(ranks).map(rank -> rank - (n + 1) / 2).map(d -> d * d).sum();
		return Math.sqrt(pairs / n / (n - 1) * squares);
	}

	/** Counts with the smaller sample. */
	private double exact(final double[] ranks, final int nX) {
		final int nY = ranks.length - nX;
		if (nX <= nY) return ExactDistribution.ofRankSum(ranks, nX).pValue(sides.alternative(), Arrays.stream(ranks, 0, nX)
			.sum());
		return ExactDistribution.ofRankSum(ranks, nY).pValue(reversed(sides.alternative()), Arrays.stream(ranks, nX,
			ranks.length).sum());
	}

	private static Alternative reversed(final Alternative alternative) {
		return switch (alternative) {
			case TWO_SIDED -> Alternative.TWO_SIDED;
			case GREATER -> Alternative.LESS;
			case LESS -> Alternative.GREATER;
		};
	}

	private void addEffects(final TestSummary.Builder summary, final double[] x, final double[] y,
		final double superiority, final boolean hasTies)
	{
		final PairSelection pairs = PairSelection.ofDifferences(x, y);
		if (pairs.size() <= MOST_PAIRS) {
			final Effect shift = hodgesLehmann(pairs, x.length, y.length, hasTies).effect("Hodges-Lehmann shift", sides);
			summary.effect(shift);
			ExactChoice.noteLevel(summary, shift, sides);
		}
		else summary.note("The Hodges-Lehmann shift is left out above 10^10 pairs.");
		summary.effect(Effect.of("rank-biserial correlation", 2 * superiority - 1));
		summary.effect(Effect.of("probability of superiority", superiority));
	}

	private static HodgesLehmann hodgesLehmann(final PairSelection pairs, final int nX, final int nY,
		final boolean hasTies)
	{
		final int fewer = Math.min(nX, nY);
		final int n = nX + nY;
		final boolean isQuick = ExactDistribution.rankSumWork(fewer, n, false) <= ExactDistribution.QUICK;
		return new HodgesLehmann(pairs, isQuick ? Optional.of(ExactDistribution.ofRankSum(IntStream.rangeClosed(1, n)
			.asDoubleStream().toArray(), fewer)) : Optional.empty(), Math.sqrt(pairs.size() / 12.0 * (n + 1.0)), hasTies);
	}
}
