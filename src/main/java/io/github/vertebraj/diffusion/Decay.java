package io.github.vertebraj.diffusion;

import java.util.Arrays;

/**
 * The three fits of one decay in double precision: the reference to which the fast paths of the maps are held. The
 * b-values are mapped to 0..1 (x), so that a rate is a number around 1 whatever the b-values are. Samples come as
 * logarithms, all finite. Not thread-safe.
 */
final class Decay {

	/** The outcome: rate in mm²/s, signal at b = 0, R². */
	record Fit(double rate, double s0, double rSquared) {}

	/** The outcome where nothing can be measured. */
	static final Fit NONE = new Fit(Double.NaN, Double.NaN, Double.NaN);

	/** ADC is counted in 10⁻³ mm²/s, rates in mm²/s. */
	static final double UNIT = 1e3;

	private final double[] x;
	private final NonlinearDecay nonlinear;
	private final double first;
	private final double range;

	/**
	 * @param b at least two different b-values, rising, in s/mm²
	 */
	Decay(final double... b) {
		first = b[0];
		range = b[b.length - 1] - first;
		x = new double[b.length];
		for (int i = 0; i < b.length; i++)
			x[i] = (b[i] - first) / range;
		nonlinear = new NonlinearDecay(x);
	}

	/**
	 * @param log ln S at each b-value
	 */
	Fit fit(final FitMethod method, final double[] log) {
		final double[] weights = new double[x.length];
		Arrays.fill(weights, 1);
		if (method != FitMethod.LOG_LINEAR) {
			double max = Double.NEGATIVE_INFINITY;
			for (final double value : log)
				max = Math.max(max, value);
			for (int i = 0; i < x.length; i++)
				weights[i] = Math.exp(2 * (log[i] - max));
			final double u = line(weights, log)[0];
			// What the height of the fitted line is does not matter: weights are relative.
			final double top = Math.max(0, -u);
			for (int i = 0; i < x.length; i++)
				weights[i] = Math.exp(2 * (-u * x[i] - top));
		}
		final double[] line = line(weights, log);
		if (method == FitMethod.NONLINEAR) return nonlinear(log, line[0]);
		return new Fit(line[0] / range, Math.exp(line[1] + line[0] * first / range), rSquared(weights, log, fitted(line)));
	}

	/** The weighted line through (x, log): its slope, counted downwards, and its height at x = 0. */
	private double[] line(final double[] weights, final double[] log) {
		double sum = 0;
		double meanX = 0;
		double meanLog = 0;
		for (int i = 0; i < x.length; i++) {
			sum += weights[i];
			meanX += weights[i] * x[i];
			meanLog += weights[i] * log[i];
		}
		meanX /= sum;
		meanLog /= sum;
		double square = 0;
		double cross = 0;
		for (int i = 0; i < x.length; i++) {
			square += weights[i] * (x[i] - meanX) * (x[i] - meanX);
			cross += weights[i] * (x[i] - meanX) * (log[i] - meanLog);
		}
		final double u = -cross / square;
		return new double[] { u, meanLog + u * meanX };
	}

	private double[] fitted(final double[] line) {
		final double[] fitted = new double[x.length];
		for (int i = 0; i < x.length; i++)
			fitted[i] = line[1] - line[0] * x[i];
		return fitted;
	}

	private Fit nonlinear(final double[] log, final double start) {
		double max = Double.NEGATIVE_INFINITY;
		for (final double value : log)
			max = Math.max(max, value);
		final double[] signal = new double[x.length];
		for (int i = 0; i < x.length; i++)
			signal[i] = Math.exp(log[i] - max);
		final double u = nonlinear.rate(signal, start);
		double numerator = 0;
		double denominator = 0;
		final double[] fitted = new double[x.length];
		final double[] ones = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			fitted[i] = Math.exp(-u * x[i]);
			numerator += signal[i] * fitted[i];
			denominator += fitted[i] * fitted[i];
			ones[i] = 1;
		}
		final double height = numerator / denominator;
		for (int i = 0; i < x.length; i++)
			fitted[i] *= height;
		return new Fit(u / range, height * Math.exp(max + u * first / range), rSquared(ones, signal, fitted));
	}

	/** 1 − weighted residual / weighted total sum of squares; NaN where that says nothing. */
	private double rSquared(final double[] weights, final double[] values, final double[] fitted) {
		if (x.length == 2) return Double.NaN;
		double sum = 0;
		double mean = 0;
		boolean constant = true;
		for (int i = 0; i < x.length; i++) {
			sum += weights[i];
			mean += weights[i] * values[i];
			constant &= values[i] == values[0];
		}
		if (constant) return Double.NaN;
		mean /= sum;
		double residual = 0;
		double total = 0;
		for (int i = 0; i < x.length; i++) {
			residual += weights[i] * (values[i] - fitted[i]) * (values[i] - fitted[i]);
			total += weights[i] * (values[i] - mean) * (values[i] - mean);
		}
		return 1 - residual / total;
	}
}
