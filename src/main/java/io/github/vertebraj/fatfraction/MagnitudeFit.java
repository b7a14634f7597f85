package io.github.vertebraj.fatfraction;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Fits the magnitudes of one voxel by M(t) = |W + F · c(t)| · exp(−R2* t), W and F real, by damped least squares
 * (Levenberg-Marquardt); with Rician noise of a known SD by maximum likelihood, whose gradient is that of least squares
 * to the samples times I1/I0 (the expected part of the sample along the signal).
 * <p>
 * Scratch memory of one thread.
 */
final class MagnitudeFit {

	private static final int STEPS = 60;
	private static final double SMALL = 1e-5;
	/** A damping above this means that no step helps any more. */
	private static final double STUCK = 1e10;
	private static final double FASTEST = 2000;
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
	 * Finds both answers. Where the two sides lead to one, the far end of each is tried: the answers meet at some 55 to
	 * 60 %, not at 50 %.
	 */
	MagnitudeAnswers both() {
		MagnitudeAnswer first = fit(starts[0]);
		MagnitudeAnswer second = fit(starts[1]);
		if (!MagnitudeAnswers.areApart(first, second)) second = fit(ends[1]);
		if (!MagnitudeAnswers.areApart(first, second)) first = fit(ends[0]);
		final boolean isOrdered = first == null || second == null || first.fraction() <= second.fraction();
		return isOrdered ? new MagnitudeAnswers(first, second) : new MagnitudeAnswers(second, first);
	}

	/**
	 * Fits on the side of the meeting of the answers on which the answer of other magnitudes is: from there, else from the
	 * far end of the side; where noise leaves no answer on that side, at the meeting itself.
	 *
	 * @param other   the answer of like magnitudes, in any unit
	 * @param meeting the fat fraction at which the two answers meet, 0 to 1
	 * @return null for none
	 */
	MagnitudeAnswer near(final MagnitudeAnswer other, final double meeting) {
		final int side = other.fraction() < meeting ? 0 : 1;
		water = other.water();
		fat = other.fat();
		decay = other.decay();
		scale();
		MagnitudeAnswer answer = descend(Double.NaN);
		if (isOn(side, answer, meeting)) return answer;
		answer = fit(ends[side]);
		if (isOn(side, answer, meeting)) return answer;
		water = 1 - meeting;
		fat = meeting;
		decay = other.decay();
		scale();
		return descend(meeting);
	}

	private static boolean isOn(final int side, final MagnitudeAnswer answer, final double meeting) {
		return answer != null && answer.fraction() < meeting == (side == 0);
	}

	/** Takes water and fat to the size of the magnitudes. */
	private void scale() {
		predict(false);
		double along = 0;
		double square = 0;
		for (int k = 0; k < n; k++) {
			along += predicted[k] * magnitude[k];
			square += predicted[k] * predicted[k];
		}
		water *= along / square;
		fat *= along / square;
	}

	private MagnitudeAnswer fit(final double[][] from) {
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
		return descend(Double.NaN);
	}

	/**
	 * @param held the fat fraction to keep; NaN to fit it
	 * @return null when it came to no end, or to none that a tissue can have
	 */
	private MagnitudeAnswer descend(final double held) {
		if (!hasEnd(held) || Math.abs(decay) > FASTEST || !(water + fat > 0)) return null;
		return new MagnitudeAnswer(water, fat, decay, cost);
	}

	private boolean hasEnd(final double held) {
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
				if (Double.isNaN(held)) solve(damping);
				else solve(damping, held);
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

	/** The damped step that keeps the fat fraction. */
	private void solve(final double damping, final double held) {
		final double free = 1 - held;
		final double a = (free * free * normal[0] + 2 * held * free * normal[1] + held * held * normal[3]) * (1 + damping);
		final double b = free * normal[2] + held * normal[4];
		final double d = normal[5] * (1 + damping);
		final double along = free * gradient[0] + held * gradient[1];
		final double det = a * d - b * b;
		final double size = (d * along - b * gradient[2]) / det;
		step[0] = free * size;
		step[1] = held * size;
		step[2] = (a * gradient[2] - b * along) / det;
	}

	/** The sum of the squared differences of the magnitudes from an answer. */
	double residual(final MagnitudeAnswer answer) {
		water = answer.water();
		fat = answer.fat();
		decay = answer.decay();
		predict(false);
		double sum = 0;
		for (int k = 0; k < n; k++)
			sum += (magnitude[k] - predicted[k]) * (magnitude[k] - predicted[k]);
		return sum;
	}
}
