package io.github.vertebraj.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The intercept and the columns of the predictors as orthogonal columns of mean square 1, so that scales, offsets and
 * correlation of the predictors do not harm the fit: by Gram and Schmidt, done twice, on standardised columns. A model's
 * position γ in this basis and its coefficients β are linked by a triangular matrix.
 */
final class Basis {

	/** What is left of a standardised column beside the others, below which it is a combination of them. */
	private static final double COLLINEAR = 1e-10;

	/** The part of a combination below which a column is not named. */
	private static final double NAMED = 1e-6;

	private final List<Predictor> predictors;
	private final List<String> names = new ArrayList<>();
	private final List<StandardColumn> columns = new ArrayList<>();
	private final double[][] q;
	private final double[][] r;
	private final double[][] inverse;

	private Basis(final List<Predictor> predictors, final int observations) {
		this.predictors = List.copyOf(predictors);
		for (final Predictor predictor : predictors)
			for (int j = 0; j < predictor.columnNames().size(); j++) {
				final String name = predictor.columnNames().get(j);
				final double[] values = predictor.values(j);
				names.add(name);
				columns.add(StandardColumn.of(values).orElseThrow(() -> new IllegalArgumentException("Predictor '" + name +
					"' is constant (" + values[0] + " everywhere); leave it out")));
			}
		final int size = columns.size() + 1;
		q = new double[size][];
		r = new double[size][size];
		q[0] = new double[observations];
		Arrays.fill(q[0], 1);
		r[0][0] = 1;
		for (int j = 1; j < size; j++)
			orthogonalise(j);
		inverse = inverse();
	}

	/**
	 * @throws IllegalArgumentException if predictors are not as long as told, two have one name, one is constant or a linear
	 *                                  combination of others, or there are fewer observations than coefficients
	 */
	static Basis of(final List<Predictor> predictors, final int observations) {
		for (final Predictor predictor : predictors)
			if (predictor.observations() != observations) throw new IllegalArgumentException("Predictor '" + predictor.name() +
				"' has " + predictor.observations() + " values for " + observations + " outcomes");
		if (predictors.stream().map(Predictor::name).distinct().count() < predictors.size()) throw new IllegalArgumentException(
			"Two predictors have one name: " + predictors);
		final int size = 1 + predictors.stream().mapToInt(predictor -> predictor.columnNames().size()).sum();
		if (observations < size) throw new IllegalArgumentException(observations + " observations are fewer than the " + size +
			" coefficients of the model (intercept included); leave predictors out");
		return new Basis(predictors, observations);
	}

	private void orthogonalise(final int j) {
		final double[] column = columns.get(j - 1).values().clone();
		for (int pass = 0; pass < 2; pass++)
			for (int k = 0; k < j; k++) {
				final double part = Blocks.dot(q[k], column, 0, column.length) / column.length;
				r[k][j] += part;
				for (int i = 0; i < column.length; i++)
					column[i] -= part * q[k][i];
			}
		final double rest = Math.sqrt(Blocks.dot(column, column, 0, column.length) / column.length);
		if (!(rest > COLLINEAR + 4 * rounding(j))) throw collinear(j);
		r[j][j] = rest;
		for (int i = 0; i < column.length; i++)
			column[i] /= rest;
		q[j] = column;
	}

	/** The coarsest rounding of the first columns: a combination of them is not known better. */
	private double rounding(final int j) {
		return columns.subList(0, j).stream().mapToDouble(StandardColumn::rounding).max().orElse(0);
	}

	private IllegalArgumentException collinear(final int j) {
		final double[] parts = new double[j];
		for (int k = j - 1; k > 0; k--) {
			parts[k] = r[k][j];
			for (int l = k + 1; l < j; l++)
				parts[k] -= r[k][l] * parts[l];
			parts[k] /= r[k][k];
		}
		final List<String> others = new ArrayList<>();
		for (int k = 1; k < j; k++)
			if (Math.abs(parts[k]) > NAMED) others.add(names.get(k - 1));
		return new IllegalArgumentException("Predictor '" + names.get(j - 1) + "' is a linear combination of " + others
			.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")) + "; leave one of them out");
	}

	/** The inverse of the triangle r, with scales given back. Row 0 is the linear predictor at the means of the columns. */
	private double[][] inverse() {
		final int size = q.length;
		final double[][] inverse = new double[size][size];
		for (int j = size - 1; j >= 0; j--) {
			inverse[j][j] = 1 / r[j][j];
			for (int k = j + 1; k < size; k++) {
				for (int l = j + 1; l <= k; l++)
					inverse[j][k] -= r[j][l] * inverse[l][k];
				inverse[j][k] /= r[j][j];
			}
		}
		for (int j = 1; j < size; j++)
			for (int k = j; k < size; k++)
				inverse[j][k] /= columns.get(j - 1).scale();
		return inverse;
	}

	private double[] intercept() {
		final double[] weights = inverse[0].clone();
		for (int j = 1; j < weights.length; j++)
			for (int k = j; k < weights.length; k++)
				weights[k] -= columns.get(j - 1).mean() * inverse[j][k];
		return weights;
	}

	List<Predictor> predictors() {
		return predictors;
	}

	/** Number of coefficients, that of the intercept included. */
	int size() {
		return q.length;
	}

	int observations() {
		return q[0].length;
	}

	/** A column of the basis; 0 is the intercept. */
	double[] column(final int index) {
		return q[index];
	}

	/** Coefficient β as a row of weights of γ; 0 is the intercept. */
	double[] coefficient(final int index) {
		return index == 0 ? intercept() : inverse[index].clone();
	}

	/** The linear predictor at the means of the columns, as a row of weights of γ. */
	double[] centre() {
		return inverse[0].clone();
	}

	/** A name; the intercept has index 0. */
	String name(final int index) {
		return index == 0 ? "(Intercept)" : names.get(index - 1);
	}

	StandardColumn standard(final int index) {
		return columns.get(index - 1);
	}

	/** Half the logarithm of the determinant of X'X beside that of the basis: what the penalty changes by. */
	double logScale() {
		double sum = 0;
		for (int j = 1; j < size(); j++)
			sum += Math.log(r[j][j]) + Math.log(columns.get(j - 1).scale());
		return sum;
	}
}
