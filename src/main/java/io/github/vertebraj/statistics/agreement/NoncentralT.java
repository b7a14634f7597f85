package io.github.vertebraj.statistics.agreement;

import java.util.function.DoubleUnaryOperator;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution: of (Z + δ) / U with Z normal and νU² independently χ² of ν degrees of freedom. Its
 * probabilities are integrals over Z of those of χ², by Gauss-Legendre panels, good to about 1e-13.
 */
final class NoncentralT {

	private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

	/** Beyond this Z does not count: 1e-19. */
	private static final double FAR = 9;
	private static final double NEGLIGIBLE = 1e-18;
	private static final int PANELS = 24;
	private static final int ITERATIONS = 200;

	/** Abscissae and weights of Gauss and Legendre with eight points on −1..1: the positive half. */
	private static final double[] ABSCISSAE = { 0.18343464249564980494, 0.52553240991632898582, 0.79666647741362673959,
		0.96028985649753623168 };
	private static final double[] WEIGHTS = { 0.36268378337836198297, 0.31370664587788728734, 0.22238103445337447054,
		0.10122853629037625915 };

	private final double df;
	private final double delta;
	private final ChiSquaredDistribution chiSquared;
	/** The largest U that counts. */
	private final double largest;

	NoncentralT(final double df, final double delta) {
		this.df = df;
		this.delta = delta;
		chiSquared = ChiSquaredDistribution.of(df);
		largest = Math.sqrt(chiSquared.inverseSurvivalProbability(NEGLIGIBLE) / df);
	}

	double cumulativeProbability(final double t) {
		final double negative = NORMAL.cumulativeProbability(-delta);
		if (t == 0) return negative;
		// Of Z > -δ counts where U is at least (Z + δ) / t; of Z < -δ counts not where U is larger than that.
		final double end = -delta + t * largest;
		final DoubleUnaryOperator density = z -> NORMAL.density(z) * chiSquared.survivalProbability(df * (z + delta) / t *
			(z + delta) / t);
		if (t > 0) return negative + integral(density, Math.max(-FAR, -delta), Math.min(FAR, end));
		return negative - integral(density, Math.max(-FAR, end), Math.min(FAR, -delta));
	}

	private static double integral(final DoubleUnaryOperator density, final double from, final double to) {
		if (to <= from) return 0;
		final double half = (to - from) / PANELS / 2;
		double sum = 0;
		for (int panel = 0; panel < PANELS; panel++) {
			final double middle = from + (2 * panel + 1) * half;
			for (int i = 0; i < WEIGHTS.length; i++)
				sum += WEIGHTS[i] * (density.applyAsDouble(middle - half * ABSCISSAE[i]) + density.applyAsDouble(middle +
					half * ABSCISSAE[i]));
		}
		return sum * half;
	}

	/** By false position (Illinois) between bounds. */
	double quantile(final double p) {
		double step = Math.sqrt(1 + delta * delta / (2 * df));
		double low = delta - step;
		while (cumulativeProbability(low) > p)
			low -= step *= 2;
		step = Math.sqrt(1 + delta * delta / (2 * df));
		double high = delta + step;
		while (cumulativeProbability(high) < p)
			high += step *= 2;
		return between(low, high, p);
	}

	private double between(final double from, final double to, final double p) {
		double low = from;
		double high = to;
		double atLow = cumulativeProbability(low) - p;
		double atHigh = cumulativeProbability(high) - p;
		int lastSide = 0;
		for (int i = 0; i < ITERATIONS && high - low > 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))); i++) {
			final double middle = low + (high - low) * (atLow / (atLow - atHigh));
			final double at = cumulativeProbability(middle) - p;
			if (at == 0 || middle <= low || middle >= high) return middle;
			final int side = at < 0 ? -1 : 1;
			if (at < 0) {
				low = middle;
				atLow = at;
				if (lastSide == side) atHigh /= 2;
			}
			else {
				high = middle;
				atHigh = at;
				if (lastSide == side) atLow /= 2;
			}
			lastSide = side;
		}
		return (low + high) / 2;
	}
}
