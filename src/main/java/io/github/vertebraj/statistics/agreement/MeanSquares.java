package io.github.vertebraj.statistics.agreement;

import java.util.Arrays;

/**
 * Mean squares of a table of subjects × raters, analysed as one way (subjects, within) and as two ways without
 * replication (subjects, raters, residual). Differences between 1e-150 and 1e150 keep their squares within double range.
 *
 * @param subjects number of subjects, n
 * @param raters   number of raters, k
 * @param between  mean square between subjects (MSR: rows)
 * @param ofRaters mean square between raters (MSC: columns)
 * @param residual residual mean square (MSE)
 * @param within   mean square within subjects (MSW)
 */
public record MeanSquares(int subjects, int raters, double between, double ofRaters, double residual, double within) {

	/** Rounding of a sum of a few numbers, in units of the last place of the largest. */
	private static final double ROUNDING = 8;

	/**
	 * @param ratings indexed [subject][rater]
	 * @throws IllegalArgumentException if there are fewer than two subjects or raters, a subject lacks a rating, one is not
	 *                                  finite, or every subject has the same ratings; the message names subject and rater,
	 *                                  from 1
	 */
	public static MeanSquares of(final double[][] ratings) {
		check(ratings);
		final int n = ratings.length;
		final int k = ratings[0].length;
		final double[][] x = Arrays.stream(ratings).map(double[]::clone).toArray(double[][]::new);
		final double largest = center(x, x[0][0]);
		final double rounding = ROUNDING * Math.ulp(largest);
		center(x, Arrays.stream(x).mapToDouble(MeanSquares::mean).sum() / n);
		final double[] rows = Arrays.stream(x).mapToDouble(MeanSquares::mean).toArray();
		final double[] columns = new double[k];
		for (int j = 0; j < k; j++)
			columns[j] = columnMean(x, j);
		double residual = 0;
		double within = 0;
		for (int i = 0; i < n; i++)
			for (int j = 0; j < k; j++) {
				residual += square(x[i][j] - rows[i] - columns[j], rounding);
				within += square(x[i][j] - rows[i], rounding);
			}
		final double between = k * Arrays.stream(rows).map(row -> square(row, rounding)).sum() / (n - 1);
		final double ofRaters = n * Arrays.stream(columns).map(column -> square(column, rounding)).sum() / (k - 1);
		if (between == 0 && residual == 0) throw new IllegalArgumentException("Every subject has the same ratings, " + Arrays
			.toString(ratings[0]) + ": where subjects don't differ, there is no intraclass correlation");
		return new MeanSquares(n, k, between, ofRaters, residual / ((n - 1.0) * (k - 1)), within / (n * (k - 1.0)));
	}

	private static void check(final double[][] ratings) {
		if (ratings.length < 2) throw new IllegalArgumentException(
			"An intraclass correlation needs at least two subjects, but has " + ratings.length);
		if (ratings[0].length < 2) throw new IllegalArgumentException(
			"An intraclass correlation needs at least two raters, but has " + ratings[0].length);
		for (int i = 0; i < ratings.length; i++) {
			if (ratings[i].length != ratings[0].length) throw new IllegalArgumentException("Subject " + (i + 1) + " has " +
				ratings[i].length + " ratings, but subject 1 has " + ratings[0].length + "; leave incomplete subjects out");
			for (int j = 0; j < ratings[i].length; j++)
				if (!Double.isFinite(ratings[i][j])) throw new IllegalArgumentException("Subject " + (i + 1) + " has " +
					ratings[i][j] + " from rater " + (j + 1) + "; leave incomplete subjects out");
		}
	}

	/** Subtracts a number everywhere and gives the largest magnitude there was. */
	private static double center(final double[][] x, final double center) {
		double largest = 0;
		for (final double[] row : x)
			for (int j = 0; j < row.length; j++) {
				largest = Math.max(largest, Math.abs(row[j]));
				row[j] -= center;
			}
		return largest;
	}

	private static double mean(final double[] values) {
		return Arrays.stream(values).sum() / values.length;
	}

	private static double columnMean(final double[][] x, final int column) {
		return Arrays.stream(x).mapToDouble(row -> row[column]).sum() / x.length;
	}

	/** A difference that is but rounding is none: else raters who differ by 0.1 everywhere would seem to disagree. */
	private static double square(final double difference, final double rounding) {
		return Math.abs(difference) <= rounding ? 0 : difference * difference;
	}

	/** The same for ratings in a unit in which MSR + MSW is 1: no product of theirs overflows. */
	MeanSquares scaled() {
		final double scale = between + within;
		return new MeanSquares(subjects, raters, between / scale, ofRaters / scale, residual / scale, within / scale);
	}
}
