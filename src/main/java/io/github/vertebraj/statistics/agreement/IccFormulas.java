package io.github.vertebraj.statistics.agreement;

import org.apache.commons.statistics.distribution.FDistribution;

import io.github.vertebraj.statistics.Interval;

/** The six coefficients and their intervals from mean squares. */
final class IccFormulas {

	private static final String METHOD = "F, McGraw-Wong";

	private final MeanSquares squares;
	private final int n;
	private final int k;

	IccFormulas(final MeanSquares squares) {
		this.squares = squares.scaled();
		n = squares.subjects();
		k = squares.raters();
	}

	double f(final IccForm form) {
		return squares.between() / noise(form);
	}

	double df2(final IccForm form) {
		return form.single() == IccForm.ICC_1_1 ? n * (k - 1.0) : (n - 1.0) * (k - 1);
	}

	double pValue(final IccForm form) {
		final double f = f(form);
		return Double.isInfinite(f) ? 0 : FDistribution.of(n - 1.0, df2(form)).survivalProbability(f);
	}

	private double noise(final IccForm form) {
		return form.single() == IccForm.ICC_1_1 ? squares.within() : squares.residual();
	}

	/** NaN where estimated variances add up to nothing or less. */
	double coefficient(final IccForm form) {
		final double signal = squares.between() - noise(form);
		final double offsets = (squares.ofRaters() - squares.residual()) / n;
		final double total = squares.between() + switch (form) {
			case ICC_1_1, ICC_3_1 -> (k - 1) * noise(form);
			case ICC_2_1 -> (k - 1) * noise(form) + k * offsets;
			case ICC_2_K -> offsets;
			case ICC_1_K, ICC_3_K -> 0;
		};
		return total > 0 ? signal / total : Double.NaN;
	}

	Interval interval(final IccForm form, final double level) {
		if (Double.isNaN(coefficient(form))) return new Interval(Double.NaN, Double.NaN, level, METHOD);
		final double tail = (1 - level) / 2;
		final double[] one = form.single() == IccForm.ICC_2_1 ? agreement(tail) : ofF(form.single(), tail);
		if (form == form.single()) return new Interval(one[0], one[1], level, METHOD);
		return new Interval(ofMean(one[0]), ofMean(one[1]), level, METHOD);
	}

	private double[] ofF(final IccForm form, final double tail) {
		final double f = f(form);
		if (Double.isInfinite(f)) return new double[] { 1, 1 };
		final double low = f / quantile(n - 1.0, df2(form), tail);
		final double high = f * quantile(df2(form), n - 1.0, tail);
		return new double[] { (low - 1) / (low + k - 1), (high - 1) / (high + k - 1) };
	}

	/** Of ICC(2,1), with Satterthwaite's degrees of freedom; written with products so that a residual of 0 is no harm. */
	private double[] agreement(final double tail) {
		final double rho = coefficient(IccForm.ICC_2_1);
		final double residual = squares.residual();
		final double a = k * rho * squares.ofRaters();
		final double b = (n * (1 + (k - 1) * rho) - k * rho) * residual;
		if (a == 0 && b == 0) return new double[] { rho, rho };
		final double df = (k - 1) * (n - 1.0) * (a + b) * (a + b) / ((n - 1) * a * a + b * b);
		if (!(df > 0)) return new double[] { Double.NaN, Double.NaN };
		final double rest = k * squares.ofRaters() + ((double) k * n - k - n) * residual;
		final double lowF = quantile(n - 1.0, df, tail);
		final double highF = quantile(df, n - 1.0, tail);
		final double between = squares.between();
		return new double[] { n * (between - lowF * residual) / (lowF * rest + n * between), n * (highF * between -
			residual) / (rest + n * highF * between) };
	}

	/** Spearman and Brown's step from one rating to the mean of k. */
	private double ofMean(final double one) {
		final double total = 1 + (k - 1) * one;
		return total > 0 ? k * one / total : Double.isNaN(one) ? one : Double.NEGATIVE_INFINITY;
	}

	private static double quantile(final double df1, final double df2, final double tail) {
		return FDistribution.of(df1, df2).inverseSurvivalProbability(tail);
	}
}
