package io.github.vertebraj.fatfraction;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Fits the magnitudes of one voxel by M(t) = |W + F · c(t)| · exp(−R2* t), W and F real, by damped least squares
 * (Levenberg-Marquardt); with Rician noise of a known SD by maximum likelihood, whose gradient is that of least squares
 * to the samples times I1/I0 (the expected part of the sample along the signal).
 * <p>
 * Scratch memory of one thread; the result of a fit is read from it until the next one.
 */
final class MagnitudeFit {

	private static final int STEPS = 60;
	private static final double SMALL = 1e-5;
	/** A damping above this means that no step helps any more. */
	private static final double STUCK = 1e10;
	private static final double FASTEST = 2000;
	/** Two answers closer than this are one. */
	static final double ONE = 0.02;
	private static final double[] WATERY = { 0.02, 0.15, 0.28, 0.4 };
	private static final double[] FATTY = { 0.98, 0.85, 0.72, 0.6 };
	private static final double[] DECAYS = { 10, 40, 80, 140, 250 };

	private final int n;
	private final double[] t;
	private final double[] cr;
	private final double[] ci;
	private final double variance;
	/** By side and start: the fraction, the decay, and the signals of unit length. */
	private final double[][][] starts;
	private final double[][][] ends;
	/** The magnitudes of the voxel, to be filled in before a fit. */
	final double[] magnitude;
	private final double[] aim;
	private final double[] predicted;
	private final double[][] slopes;
	private final double[] normal = new double[6];
	private final double[] gradient = new double[3];
	private final double[] step = new double[3];

	private double water;
	private double fat;
	private double decay;
	private double cost;

	/**
	 * @param noise SD in each channel, for the Rician likelihood; empty for least squares
	 */
	MagnitudeFit(final EchoTrain train, final OptionalDouble noise) {
		n = train.echoes();
		t = train.seconds();
		cr = train.fatReal();
		ci = train.fatImaginary();
		variance = noise.isPresent() ? noise.getAsDouble() * noise.getAsDouble() : 0;
		magnitude = new double[n];
		aim = new double[n];
		predicted = new double[n];
		slopes = new double[n][3];
		starts = new double[][][] { starts(WATERY), starts(FATTY) };
		ends = new double[][][] { starts(WATERY[0]), starts(FATTY[0]) };
	}

	private double[][] starts(final double... fractions) {
		final double[][] all = new double[fractions.length * DECAYS.length][n + 3];
		for (int i = 0; i < all.length; i++) {
			fat = fractions[i / DECAYS.length];
			water = 1 - fat;
			decay = DECAYS[i % DECAYS.length];
			predict(false);
			double square = 0;
			for (int k = 0; k < n; k++)
				square += predicted[k] * predicted[k];
			all[i][n] = fat;
			all[i][n + 1] = decay;
			all[i][n + 2] = Math.sqrt(square);
			for (int k = 0; k < n; k++)
				all[i][k] = predicted[k] / all[i][n + 2];
		}
		return all;
	}

	/**
	 * Finds both answers, which are the same where there is one only. Where the two sides lead to one, the far end of
	 * each is tried: the answers meet at some 55 to 60 %, not at 50 %.
	 *
	 * @param fractions receives the one with more water, then the one with more fat; NaN for none
	 * @param costs     receives what each leaves
	 */
	void both(final double[] fractions, final double[] costs) {
		put(0, fit(starts[0]), fractions, costs);
		put(1, fit(starts[1]), fractions, costs);
		if (!isApart(fractions)) put(1, fit(ends[1]), fractions, costs);
		if (!isApart(fractions)) put(0, fit(ends[0]), fractions, costs);
		if (fractions[0] <= fractions[1] || Double.isNaN(fractions[0] + fractions[1])) return;
		final double fraction = fractions[0];
		fractions[0] = fractions[1];
		fractions[1] = fraction;
		final double other = costs[0];
		costs[0] = costs[1];
		costs[1] = other;
	}

	private void put(final int i, final boolean isFound, final double[] fractions, final double[] costs) {
		fractions[i] = isFound ? fraction() : Double.NaN;
		costs[i] = cost;
	}

	private static boolean isApart(final double[] fractions) {
		return Math.abs(fractions[1] - fractions[0]) > ONE;
	}

	/** Fits again to an answer that was found, from its fraction. */
	boolean again(final double fraction) {
		return !Double.isNaN(fraction) && fit(starts(fraction));
	}

	/** @return whether it came to an end at a decay and a sum of water and fat that a tissue can have */
	private boolean fit(final double[][] from) {
		double longest = -1;
		for (final double[] start : from) {
			double along = 0;
			for (int k = 0; k < n; k++)
				along += start[k] * magnitude[k];
			if (along <= longest) continue;
			longest = along;
			fat = start[n] * along / start[n + 2];
			water = (1 - start[n]) * along / start[n + 2];
			decay = start[n + 1];
		}
		return descend() && Math.abs(decay) <= FASTEST && water + fat > 0;
	}

	private boolean descend() {
		double damping = 1e-3;
		predict(true);
		for (int i = 0; i < STEPS; i++) {
			equations();
			final double before = cost;
			final double fromWater = water;
			final double fromFat = fat;
			final double fromDecay = decay;
			final double scale = Math.abs(water) + Math.abs(fat);
			while (true) {
				solve(damping);
				water = fromWater + step[0];
				fat = fromFat + step[1];
				decay = fromDecay + step[2];
				predict(true);
				if (cost <= before) break;
				damping *= 8;
				if (!(damping < STUCK)) {
					water = fromWater;
					fat = fromFat;
					decay = fromDecay;
					predict(true);
					return true;
				}
			}
			final double size = (Math.abs(step[0]) + Math.abs(step[1])) / scale + Math.abs(step[2]) * t[n - 1];
			if (size < SMALL) return true;
			if (Math.abs(decay) > 2 * FASTEST) return false;
			damping = Math.max(1e-12, damping / 10);
		}
		return true;
	}

	/** The magnitudes of these parameters, and how they change with each; the cost when wanted. */
	private void predict(final boolean withCost) {
		cost = 0;
		for (int k = 0; k < n; k++) {
			final double e = Math.exp(-decay * t[k]);
			final double mr = water + fat * cr[k];
			final double mi = fat * ci[k];
			final double m = Math.sqrt(mr * mr + mi * mi) + Double.MIN_NORMAL;
			predicted[k] = m * e;
			slopes[k][0] = e * mr / m;
			slopes[k][1] = e * (mr * cr[k] + mi * ci[k]) / m;
			slopes[k][2] = -t[k] * predicted[k];
			if (withCost) cost += cost(k);
		}
	}

	/** Its gradient is 2 · (predicted − aim) times the slopes. */
	private double cost(final int k) {
		if (variance == 0) {
			aim[k] = magnitude[k];
			final double difference = magnitude[k] - predicted[k];
			return difference * difference;
		}
		final double z = magnitude[k] * predicted[k] / variance;
		aim[k] = magnitude[k] * Rice.ratio(z);
		return magnitude[k] * magnitude[k] + predicted[k] * predicted[k] - 2 * variance * Rice.logI0(z);
	}

	private void equations() {
		Arrays.fill(normal, 0);
		Arrays.fill(gradient, 0);
		for (int k = 0; k < n; k++) {
			final double[] s = slopes[k];
			final double difference = aim[k] - predicted[k];
			normal[0] += s[0] * s[0];
			normal[1] += s[0] * s[1];
			normal[2] += s[0] * s[2];
			normal[3] += s[1] * s[1];
			normal[4] += s[1] * s[2];
			normal[5] += s[2] * s[2];
			for (int p = 0; p < 3; p++)
				gradient[p] += s[p] * difference;
		}
	}

	/** The damped step, by Cramer's rule. */
	private void solve(final double damping) {
		final double a = normal[0] * (1 + damping);
		final double d = normal[3] * (1 + damping);
		final double f = normal[5] * (1 + damping);
		final double b = normal[1];
		final double c = normal[2];
		final double e = normal[4];
		final double c00 = d * f - e * e;
		final double c01 = c * e - b * f;
		final double c02 = b * e - c * d;
		final double c11 = a * f - c * c;
		final double c12 = b * c - a * e;
		final double c22 = a * d - b * b;
		final double det = a * c00 + b * c01 + c * c02;
		step[0] = (c00 * gradient[0] + c01 * gradient[1] + c02 * gradient[2]) / det;
		step[1] = (c01 * gradient[0] + c11 * gradient[1] + c12 * gradient[2]) / det;
		step[2] = (c02 * gradient[0] + c12 * gradient[1] + c22 * gradient[2]) / det;
	}

	double water() {
		return water;
	}

	double fat() {
		return fat;
	}

	/** R2* in 1/s. */
	double decay() {
		return decay;
	}

	/** The fat fraction, 0 to 1 but for noise. */
	double fraction() {
		return fat / (water + fat);
	}

	/** What the fit made as small as it could: the sum of squared differences, or its like for Rician noise. */
	double cost() {
		return cost;
	}

	/** The sum of the squared differences of the magnitudes from the fit. */
	double residual() {
		double sum = 0;
		for (int k = 0; k < n; k++)
			sum += (magnitude[k] - predicted[k]) * (magnitude[k] - predicted[k]);
		return sum;
	}
}
