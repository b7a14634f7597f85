package io.github.vertebraj.statistics.rank;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
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
 * Whether differences of pairs lie about zero: Wilcoxon's signed rank test (1945, doi:10.2307/3001968). Its statistic V
 * is the sum of the ranks of the positive differences, first minus second. O(n log n) but for the exact p-value.
 * <p>
 * The exact p-value is conditional on the observed ranks, ties and Pratt's gaps included. AUTO takes it up to 5·10⁸
 * additions (Σ ranks times n, twice that with ties: 999 pairs without ties), else the normal approximation with
 * continuity correction, R's; ASYMPTOTIC is what SPSS prints. Both have the variance of the ranks observed, that is
 * corrected for ties. Beyond 5·10⁹ additions EXACT is refused. When all differences are zero, V is 0 and p is 1.
 * <p>
 * Differences are taken as computed, as in R: 0.3 − 0.1 and 0.4 − 0.2 differ in the last bit and are not tied. Give
 * differences that are rounded where that matters. Effects are the pseudomedian of Hodges and Lehmann with its
 * interval, and the matched-pairs rank-biserial correlation (V⁺ − V⁻)/(V⁺ + V⁻).
 */
public final class WilcoxonSignedRankTest {

	private static final WilcoxonSignedRankTest DEFAULTS = new WilcoxonSignedRankTest(Alternative.TWO_SIDED, PMethod.AUTO,
		Zeros.DROPPED, Interval.USUAL_LEVEL);

	private final Sides sides;
	private final PMethod method;
	private final Zeros zeros;

	private WilcoxonSignedRankTest(final Alternative alternative, final PMethod method, final Zeros zeros,
		final double level)
	{
		sides = new Sides(Objects.requireNonNull(alternative, "alternative"), level);
		this.method = Objects.requireNonNull(method, "method");
		this.zeros = Objects.requireNonNull(zeros, "zeros");
	}

	/** Two-sided, p-value method AUTO, zeros dropped, 95 % intervals. */
	public static WilcoxonSignedRankTest withDefaults() {
		return DEFAULTS;
	}

	public WilcoxonSignedRankTest with(final Alternative alternative) {
		return new WilcoxonSignedRankTest(alternative, method, zeros, sides.level());
	}

	public WilcoxonSignedRankTest with(final PMethod pMethod) {
		return new WilcoxonSignedRankTest(sides.alternative(), pMethod, zeros, sides.level());
	}

	public WilcoxonSignedRankTest with(final Zeros handling) {
		return new WilcoxonSignedRankTest(sides.alternative(), method, handling, sides.level());
	}

	/** @throws IllegalArgumentException if the confidence level is not between 0 and 1 */
	public WilcoxonSignedRankTest withLevel(final double level) {
		return new WilcoxonSignedRankTest(sides.alternative(), method, zeros, level);
	}

	/**
	 * @param summary name, V, p and effects
	 * @param vPlus   sum of the ranks of positive differences
	 * @param vMinus  sum of the ranks of negative differences
	 * @param z       V's distance from its mean in standard deviations, with continuity correction where the method has
	 *                it; 0 when all differences are zero
	 * @param zeros   pairs that do not differ
	 * @param tied    other pairs that share the size of their difference with another
	 * @param method  the one used, never AUTO
	 */
	public record Result(TestSummary summary, double vPlus, double vMinus, double z, int zeros, int tied, PMethod method)
		implements TestResult
	{}

	/**
	 * Pairs.
	 *
	 * @throws IllegalArgumentException                   if there are not as many first as second values, none at all, a
	 *                                                    value is not finite, or EXACT is asked for too many pairs
	 * @throws java.util.concurrent.CancellationException when the thread is interrupted
	 */
	public Result test(final double[] x, final double[] y) {
		return test(Samples.differences(x, y, 1));
	}

	/**
	 * Differences of pairs, or values that are to lie about zero.
	 *
	 * @throws IllegalArgumentException as {@link #test(double[], double[])}
	 */
	public Result test(final double[] differences) {
		final SignedRanks signed = SignedRanks.of(Samples.finite("The sample of differences", differences, 1), zeros);
		final TestSummary.Builder summary = TestSummary.of("Wilcoxon signed rank", differences.length);
		final ExactChoice choice = choose(signed.ranks(), signed.hasTies());
		choice.describe(summary, signed.hasTies(), signed.zeros() > 0 ? ", zeros: " + zeros.key() : "");
		if (signed.zeros() > 0) summary.note(signed.zeros() + " of " + differences.length + " differences are zero.");
		if (signed.tied() > 0) summary.note(signed.tied() + " differences share their size with another.");
		if (signed.ranks().length == 0) summary.note("All differences are zero: p is 1.");
		else addPseudomedian(summary, signed);
		return result(summary, signed, choice.method());
	}

	/**
	 * From a printed statistic.
	 *
	 * @param w sum of the ranks of positive differences; of the negative ones, the alternative must be turned round
	 * @param n differences that are not zero
	 * @throws IllegalArgumentException if n is below 1, or w cannot be a sum of ranks from 1 to n, or EXACT is asked for
	 *                                  and w has a fraction, which comes from ties that only the data tell
	 */
	public Result ofStatistic(final double w, final int n) {
		if (n < 1) throw new IllegalArgumentException("The number of differences must be at least 1, but is " + n);
		final double sum = n * (n + 1.0) / 2;
		if (!(w >= 0 && w <= sum)) throw new IllegalArgumentException("The signed rank statistic of " + n +
			" differences lies between 0 and " + sum + ", but is " + w);
		final boolean isWhole = w == Math.rint(w);
		if (!isWhole && method == PMethod.EXACT) throw new IllegalArgumentException("The signed rank statistic " + w +
			" comes from ties, whose exact p-value needs the data; use the asymptotic one");
		final SignedRanks signed = new SignedRanks(upTo(n), w, 0, 0, new double[0]);
		final ExactChoice choice = isWhole || method != PMethod.AUTO ? choose(signed.ranks(), false) : new ExactChoice(
			PMethod.ASYMPTOTIC_CORRECTED, "a fraction comes from ties, whose exact p-value needs the data");
		final TestSummary.Builder summary = TestSummary.of("Wilcoxon signed rank", n).note(
			"From the statistic alone: no ties are taken account of.");
		choice.describe(summary, false, "");
		return result(summary, signed, choice.method());
	}

	private Result result(final TestSummary.Builder summary, final SignedRanks signed, final PMethod chosen) {
		final double[] ranks = signed.ranks();
		final double sum = Arrays.stream(ranks).sum();
		final double minus = sum - signed.plus();
		final RankZ normal = new RankZ(signed.plus(), sum / 2, Math.sqrt(Arrays.stream(ranks).map(r -> r * r).sum()) / 2,
			sides, chosen);
		summary.alternative(sides.alternative()).statistic("V", signed.plus());
		if (sum > 0) summary.effect(Effect.of("rank-biserial correlation (matched pairs)", (signed.plus() - minus) / sum));
		final double p = chosen == PMethod.EXACT ? ExactDistribution.ofSignedRanks(ranks).pValue(sides.alternative(), signed
			.plus()) : normal.pValue();
		return new Result(summary.pValue(p), signed.plus(), minus, normal.z(), signed.zeros(), signed.tied(), chosen);
	}

	private ExactChoice choose(final double[] ranks, final boolean hasTies) {
		return ExactChoice.of(method, ExactDistribution.signedRankWork(ranks), ranks.length +
			" differences that are not zero", hasTies);
	}

	private void addPseudomedian(final TestSummary.Builder summary, final SignedRanks signed) {
		final double[] values = signed.averaged();
		final int n = values.length;
		final double[] untied = upTo(n);
		final boolean isQuick = ExactDistribution.signedRankWork(untied) <= ExactDistribution.QUICK;
		final Effect centre = new HodgesLehmann(PairSelection.ofMeans(values), isQuick ? Optional.of(ExactDistribution
			.ofSignedRanks(untied)) : Optional.empty(), Math.sqrt(n * (n + 1.0) * (2.0 * n + 1) / 24), signed
				.tied() > 0).effect(
				"Hodges-Lehmann pseudomedian", sides);
		summary.effect(centre);
		ExactChoice.noteLevel(summary, centre, sides);
	}

	private static double[] upTo(final int n) {
		return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
	}
}
