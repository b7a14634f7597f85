package io.github.vertebraj.statistics.regression;

/**
 * Coefficients that are held at a value while the others are fitted.
 *
 * @param weights each a row of weights of the position, their largest ±1
 * @param values  what the coefficients with these weights are held at
 */
record Fixed(double[][] weights, double[] values) {

	/** Holds nothing. */
	static final Fixed NOTHING = new Fixed(new double[0][], new double[0]);

	/**
	 * Newton's step that keeps what is fixed.
	 *
	 * @param step        to be taken
	 * @param multipliers the slope of the maximum over each fixed value, right where the step is 0
	 */
	record Step(double[] step, double[] multipliers) {}

	/** Holds some coefficients at 0: what a test leaves out. */
	static Fixed zero(final double[][] weights) {
		final double[][] scaled = new double[weights.length][];
		for (int k = 0; k < weights.length; k++)
			scaled[k] = scaled(weights[k]);
		return new Fixed(scaled, new double[weights.length]);
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

	Step step(final Point point, final double[] score) {
		final Cholesky curvature = point.curvature();
		final double[] step = curvature.solve(score);
		if (values.length == 0) return new Step(step, values);
		final double[][] directions = new double[values.length][];
		final double[][] products = new double[values.length][values.length];
		final double[] excess = new double[values.length];
		for (int a = 0; a < values.length; a++) {
			directions[a] = curvature.solve(weights[a]);
			excess[a] = dot(weights[a], step) + dot(weights[a], point.position()) - values[a];
			for (int b = 0; b <= a; b++)
				products[a][b] = dot(weights[b], directions[a]);
		}
		final double[] multipliers = Cholesky.of(products).orElseThrow(() -> new IllegalArgumentException(
			"The likelihood is flat within rounding: a predictor is nearly a linear combination of others")).solve(excess);
		for (int a = 0; a < values.length; a++)
			for (int k = 0; k < step.length; k++)
				step[k] -= multipliers[a] * directions[a][k];
		return new Step(step, multipliers);
	}

	private static double dot(final double[] a, final double[] b) {
		return Blocks.dot(a, b, 0, a.length);
	}
}
