package io.github.vertebraj.statistics.agreement;

import io.github.vertebraj.statistics.CountTable;

/**
 * Observed and expected disagreement of two readers and the large-sample errors of κ = 1 − observed / expected. Counting
 * disagreement instead of agreement, and squares around their mean, keeps the digits when readers nearly always agree.
 */
final class WeightedAgreement {

	/** Below this share of the raw squares, squares around the mean are rounding. */
	private static final double ROUNDING = 1e-24;

	private final CountTable table;
	private final KappaWeights weights;
	/** Expected disagreement of a rating by the first reader with the second, for each category; and the reverse. */
	private final double[] ofRow;
	private final double[] ofColumn;
	private final double observed;
	private final double expected;

	WeightedAgreement(final CountTable table, final KappaWeights weights) {
		this.table = table;
		this.weights = weights;
		final int k = table.rows();
		ofRow = new double[k];
		ofColumn = new double[k];
		double sum = 0;
		for (int i = 0; i < k; i++)
			for (int j = 0; j < k; j++) {
				ofRow[i] += column(j) * lost(i, j);
				ofColumn[j] += row(i) * lost(i, j);
				sum += share(i, j) * lost(i, j);
			}
		observed = sum;
		double chance = 0;
		for (int i = 0; i < k; i++)
			chance += row(i) * ofRow[i];
		expected = chance;
	}

	/** Weighted disagreement, 0 to 1. */
	double observed() {
		return observed;
	}

	/** Weighted disagreement of independent readers with these margins; 0 only if both used one and the same category. */
	double expected() {
		return expected;
	}

	/** Large-sample standard error of κ, whatever it is. */
	double error() {
		final int k = table.rows();
		final Spread spread = new Spread(observed * expected);
		for (int i = 0; i < k; i++)
			for (int j = 0; j < k; j++)
				spread.add(share(i, j), (ofRow[i] + ofColumn[j]) * observed - lost(i, j) * expected);
		return Math.sqrt(spread.variance() / table.total()) / (expected * expected);
	}

	/** Large-sample standard error of κ of independent readers; 0 where the margins leave κ no choice but 0. */
	double errorByChance() {
		final int k = table.rows();
		final Spread spread = new Spread(expected);
		for (int i = 0; i < k; i++)
			for (int j = 0; j < k; j++)
				spread.add(row(i) * column(j), ofRow[i] + ofColumn[j] - lost(i, j));
		return Math.sqrt(spread.variance() / table.total()) / expected;
	}

	private double lost(final int i, final int j) {
		return weights.disagreement(i, j, table.rows());
	}

	private double share(final int i, final int j) {
		return (double) table.count(i, j) / table.total();
	}

	private double row(final int i) {
		return (double) table.rowSum(i) / table.total();
	}

	private double column(final int j) {
		return (double) table.columnSum(j) / table.total();
	}

	/** Variance around a known mean. */
	private static final class Spread {

		private final double mean;
		private double around;
		private double raw;

		Spread(final double mean) {
			this.mean = mean;
		}

		void add(final double weight, final double value) {
			around += weight * (value - mean) * (value - mean);
			raw += weight * value * value;
		}

		double variance() {
			return around <= ROUNDING * raw ? 0 : around;
		}
	}
}
