package io.github.vertebraj.statistics.count;

import java.util.function.DoubleUnaryOperator;

/**
 * The count in the first cell of a 2 × 2 table with fixed margins, for any odds ratio: Fisher's noncentral
 * hypergeometric distribution. Probabilities are had from the mode outwards by ratios of neighbours, so that no
 * factorial overflows and tails keep their digits.
 */
final class NoncentralHypergeometric {

	/** Beyond this the odds ratio is as good as infinite, natural logarithm. */
	private static final double FARTHEST = 700;

	private final long firstRow;
	private final long secondRow;
	private final long firstColumn;
	private final long lowest;
	private final long highest;

	NoncentralHypergeometric(final long firstRow, final long secondRow, final long firstColumn) {
		this.firstRow = firstRow;
		this.secondRow = secondRow;
		this.firstColumn = firstColumn;
		lowest = Math.max(0, firstColumn - secondRow);
		highest = Math.min(firstRow, firstColumn);
	}

	/** Least possible count. */
	long lowest() {
		return lowest;
	}

	/** Greatest possible count. */
	long highest() {
		return highest;
	}

	/** Takes a count and its probability. */
	@FunctionalInterface
	private interface Weighing {

		double weigh(long x, double probability);
	}

	/** P(x + 1) / P(x). */
	private double ratio(final long x, final double oddsRatio) {
		return oddsRatio * ((double) (firstRow - x) / (x + 1)) * ((double) (firstColumn - x) / (secondRow - firstColumn + x +
			1));
	}

	private long mode(final double oddsRatio) {
		long low = lowest;
		long high = highest;
		while (low < high) {
			final long middle = low + high >>> 1;
			if (ratio(middle, oddsRatio) >= 1) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Sum of a function of the count, weighed by the probabilities. */
	private double expectation(final double oddsRatio, final Weighing function) {
		final long mode = mode(oddsRatio);
		double all = 1;
		double sum = function.weigh(mode, 1);
		double weight = 1;
		for (long x = mode; x < highest && weight > 0; x++) {
			weight *= ratio(x, oddsRatio);
			all += weight;
			sum += function.weigh(x + 1, weight);
		}
		weight = 1;
		for (long x = mode; x > lowest && weight > 0; x--) {
			weight /= ratio(x - 1, oddsRatio);
			all += weight;
			sum += function.weigh(x - 1, weight);
		}
		return sum / all;
	}

	double mean(final double oddsRatio) {
		return expectation(oddsRatio, (x, weight) -> (x - lowest) * weight) + lowest;
	}

	double atMost(final long count, final double oddsRatio) {
		return expectation(oddsRatio, (x, weight) -> x <= count ? weight : 0);
	}

	double atLeast(final long count, final double oddsRatio) {
		return expectation(oddsRatio, (x, weight) -> x >= count ? weight : 0);
	}

	/** The probability of all counts that are no more probable than this one, or by less than the tolerance. */
	double noMoreProbableThan(final long count, final double relativeTolerance) {
		final double[] own = { 0 };
		expectation(1, (x, weight) -> x == count ? own[0] = weight : 0);
		final double most = own[0] * (1 + relativeTolerance);
		return expectation(1, (x, weight) -> weight <= most ? weight : 0);
	}

	/**
	 * The odds ratio at which a falling function has that value.
	 *
	 * @see #whereRising
	 */
	static double whereFalling(final DoubleUnaryOperator ofOddsRatio, final double value) {
		return whereRising(ratio -> -ofOddsRatio.applyAsDouble(ratio), -value);
	}

	/**
	 * The odds ratio at which a rising function has that value. Which way it goes must be told: far from the data,
	 * probabilities are 0 or 1 to the last digit, and a function of them looks flat.
	 */
	static double whereRising(final DoubleUnaryOperator ofOddsRatio, final double value) {
		final DoubleUnaryOperator ofLog = log -> ofOddsRatio.applyAsDouble(Math.exp(log));
		double low = -1;
		while (low > -FARTHEST && ofLog.applyAsDouble(low) > value)
			low *= 2;
		double high = 1;
		while (high < FARTHEST && ofLog.applyAsDouble(high) < value)
			high *= 2;
		for (double middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
			if (ofLog.applyAsDouble(middle) < value) low = middle;
			else high = middle;
		return Math.exp((low + high) / 2);
	}
}
