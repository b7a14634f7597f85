package io.github.vertebraj.statistics.regression;

import java.util.Optional;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Coefficients that are held at a value while the others are fitted. Steps are taken within the orthogonal complement of
 * what is held, so that they keep it however flat the likelihood is.
 */
final class Fixed {

	private final double[][] weights;
	private final double[] values;
	private final QRDecomposition held;
	private final RealMatrix free;

	private Fixed(final double[][] weights, final double[] values, final int size) {
		this.weights = weights;
		this.values = values;
		held = weights.length == 0 ? null : new QRDecomposition(new Array2DRowRealMatrix(weights).transpose());
		free = held == null ? MatrixUtils.createRealIdentityMatrix(size) : weights.length == size ? null : held.getQ()
			.getSubMatrix(0, size - 1, weights.length, size - 1);
	}

	/** Holds none of so many coefficients. */
	static Fixed nothing(final int size) {
		return new Fixed(new double[0][], new double[0], size);
	}

	/** Holds some coefficients at 0: what a test leaves out. */
	static Fixed zero(final double[][] weights) {
		final double[][] scaled = new double[weights.length][];
		for (int k = 0; k < weights.length; k++)
			scaled[k] = scaled(weights[k]);
		return new Fixed(scaled, new double[weights.length], weights[0].length);
	}

	/** Holds one coefficient. */
	static Fixed at(final double[] weights, final double value) {
		return new Fixed(new double[][] { weights }, new double[] { value }, weights.length);
	}

	/** The weights with a largest of ±1. */
	static double[] scaled(final double[] weights) {
		final double largest = largest(weights);
		final double[] scaled = new double[weights.length];
		for (int k = 0; k < scaled.length; k++)
			scaled[k] = weights[k] / largest;
		return scaled;
	}

	/** The largest element without its sign. */
	static double largest(final double[] elements) {
		double largest = 0;
		for (final double element : elements)
			largest = Math.max(largest, Math.abs(element));
		return largest;
	}

	boolean isNothing() {
		return held == null;
	}

	/** The step up a score that keeps what is held; none where the curvature is singular within rounding. */
	Optional<double[]> step(final double[] score, final double[][] curvature) {
		if (isNothing()) return Cholesky.of(curvature).map(all -> all.solve(score));
		if (free == null) return Optional.of(new double[score.length]);
		final double[][] reduced = free.transpose().multiply(new Array2DRowRealMatrix(curvature, false)).multiply(free)
			.getData();
		return Cholesky.of(reduced).map(some -> free.operate(some.solve(free.preMultiply(score))));
	}

	/** The slope of the maximum over the value of the one that is held. */
	double slope(final Point maximum) {
		return held.getSolver().solve(new ArrayRealVector(maximum.score(), false)).getEntry(0);
	}

	/** The position that is nearest by a metric and holds. */
	double[] meet(final double[] position, final Cholesky metric) {
		final double[] met = position.clone();
		final double[][] directions = new double[values.length][];
		final double[][] products = new double[values.length][values.length];
		final double[] missing = new double[values.length];
		for (int a = 0; a < values.length; a++) {
			directions[a] = metric.solve(weights[a]);
			missing[a] = values[a] - dot(weights[a], position);
			for (int b = 0; b <= a; b++)
				products[a][b] = dot(weights[b], directions[a]);
		}
		final double[] shares = Cholesky.of(products).orElseThrow(() -> new IllegalArgumentException(
			"Coefficients that are held nearly depend on one another")).solve(missing);
		for (int a = 0; a < values.length; a++)
			for (int k = 0; k < met.length; k++)
				met[k] += shares[a] * directions[a][k];
		return met;
	}

	private static double dot(final double[] a, final double[] b) {
		return Blocks.dot(a, b, 0, a.length);
	}
}
