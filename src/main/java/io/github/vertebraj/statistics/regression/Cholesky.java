package io.github.vertebraj.statistics.regression;

import java.util.Optional;

/**
 * A symmetric positive definite matrix as L · L', for the few columns of a model.
 *
 * @param lower L, indexed [row][column], column ≤ row
 */
record Cholesky(double[][] lower) {

	/** A pivot this small beside its diagonal element is rounding. */
	private static final double SINGULAR = 1e-15;

	/** @return none where the matrix is not positive definite in double precision */
	static Optional<Cholesky> of(final double[][] matrix) {
		final double[][] l = new double[matrix.length][];
		for (int i = 0; i < l.length; i++) {
			l[i] = new double[i + 1];
			for (int j = 0; j <= i; j++) {
				double sum = matrix[i][j];
				for (int k = 0; k < j; k++)
					sum -= l[i][k] * l[j][k];
				if (j < i) l[i][j] = sum / l[j][j];
				else if (sum > SINGULAR * matrix[i][i]) l[i][i] = Math.sqrt(sum);
				else return Optional.empty();
			}
		}
		return Optional.of(new Cholesky(l));
	}

	/** L⁻¹ · b. */
	double[] half(final double[] b) {
		final double[] x = new double[b.length];
		for (int i = 0; i < x.length; i++) {
			double sum = b[i];
			for (int k = 0; k < i; k++)
				sum -= lower[i][k] * x[k];
			x[i] = sum / lower[i][i];
		}
		return x;
	}

	/** The inverse times b. */
	double[] solve(final double[] b) {
		final double[] x = half(b);
		for (int i = x.length - 1; i >= 0; i--) {
			for (int k = i + 1; k < x.length; k++)
				x[i] -= lower[k][i] * x[k];
			x[i] /= lower[i][i];
		}
		return x;
	}

	/** b' times the inverse times b, never below 0. */
	double inverseForm(final double[] b) {
		double sum = 0;
		for (final double element : half(b))
			sum += element * element;
		return sum;
	}

	double logDeterminant() {
		double sum = 0;
		for (int i = 0; i < lower.length; i++)
			sum += 2 * Math.log(lower[i][i]);
		return sum;
	}
}
