package io.github.vertebraj.statistics.rank;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Friedman's test whether treatments differ that were all tried in each block (patient, reader). χ² is corrected for ties
 * and equals R's {@code friedman.test}. Exact p-values are conditional on the ties: the share of all ways to order the
 * observed ranks within the blocks that give a χ² at least as large. Where each block has one value only, χ² is 0 and p
 * is 1. O(n log n) unless exact.
 * <p>
 * Source: M. Friedman, J Am Stat Assoc 1937;32:675, doi:10.1080/01621459.1937.10503522; W: M. G. Kendall, B. Babington
 * Smith, Ann Math Stat 1939;10:275, doi:10.1214/aoms/1177732186.
 */
public final class FriedmanTest {

	private static final FriedmanTest DEFAULTS = new FriedmanTest(PMethod.AUTO);

	private final PMethod method;

	private FriedmanTest(final PMethod method) {
		this.method = method;
	}

	/** p-value method {@link PMethod#AUTO}. */
	public static FriedmanTest withDefaults() {
		return DEFAULTS;
	}

	/** @throws IllegalArgumentException for a continuity correction, which Friedman's χ² does not have */
	public FriedmanTest with(final PMethod pMethod) {
		if (Objects.requireNonNull(pMethod, "p-value method") == PMethod.ASYMPTOTIC_CORRECTED)
			throw new IllegalArgumentException(
				"Friedman's test has no continuity correction; use 'auto', 'exact' or 'asymptotic'");
		return new FriedmanTest(pMethod);
	}

	/**
	 * @param summary   its sizes are one number of blocks for each treatment; the effect is Kendall's W
	 * @param meanRanks of each treatment, in their order
	 */
	public record Result(TestSummary summary, List<Double> meanRanks) implements TestResult {

		public Result {
			meanRanks = List.copyOf(meanRanks);
		}
	}

	/**
	 * Tests, without telling how far it is.
	 *
	 * @see #test(double[][], DoubleConsumer)
	 */
	public Result test(final double[][] blocks) {
		return test(blocks, done -> {});
	}

	/**
	 * @param blocks   indexed [block][treatment]; at least one block of two treatments
	 * @param progress receives the share of an exact enumeration that is done, 0 to 1
	 * @throws IllegalArgumentException if there is no block, fewer than two treatments, a block of another length, a value
	 *                                  that is not finite, or an exact p-value would not end; the message names the sizes
	 * @throws CancellationException    when the thread is interrupted
	 */
	public Result test(final double[][] blocks, final DoubleConsumer progress) {
		final RankedBlocks ranked = RankedBlocks.of(blocks);
		final int treatments = ranked.treatments();
		final double chiSquared = statistic(ranked);
		final TestSummary.Builder summary = TestSummary.of("Friedman", IntStream.generate(ranked::blocks).limit(treatments)
			.toArray()).statistic("chi^2", chiSquared, treatments - 1).effect(Effect.of("Kendall's W", chiSquared / ranked
				.blocks() / (treatments - 1)));
		if (ranked.isAllTied()) return new Result(summary.variant("all values tied").note(
			"All values of each block are equal: no treatment can differ, and p is 1").pValue(1), ranked.meanRanks());
		if (ranked.blocks() == 1) summary.note("With one block every order gives the same chi^2: nothing can be concluded");
		final OptionalDouble exact = ExactWalk.choose(method, ranked.toString(), budget -> BlockWalk.pValue(ranked.scores(),
			budget, progress));
		final String ties = ranked.hasTies() ? " (ties)" : "";
		summary.variant(exact.isPresent() ? "exact conditional" + ties : "asymptotic, chi^2" + ties);
		summary.because(ExactWalk.reason(method, ranked.toString(), exact.isPresent()));
		return new Result(summary.pValue(exact.orElseGet(() -> ChiSquaredDistribution.of(treatments - 1.0)
			.survivalProbability(chiSquared))), ranked.meanRanks());
	}

	private static double statistic(final RankedBlocks ranked) {
		if (ranked.isAllTied()) return 0;
		final double n = ranked.blocks();
		final double k = ranked.treatments();
		double squares = 0;
		for (final double sum : ranked.rankSums()) {
			final double deviation = sum - n * (k + 1) / 2;
			squares += deviation * deviation;
		}
		return 12 * squares / (n * k * (k + 1) - ranked.tieTerm() / (k - 1));
	}
}
