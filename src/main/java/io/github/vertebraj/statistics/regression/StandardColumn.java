package io.github.vertebraj.statistics.regression;

import java.util.Optional;

/**
 * A column with mean 0 and mean square 1, whatever its scale and offset were.
 *
 * @param values   (column − mean) / scale
 * @param mean     of the column
 * @param scale    its standard deviation with divisor n
 * @param rounding the spacing of doubles at the column's largest value, in units of the scale
 */
record StandardColumn(double[] values, double mean, double scale, double rounding) {

	/** Values that differ by no more than this, relative to the largest, are constant, as for R's t.test. */
	private static final double CONSTANT = 10 * Math.ulp(1.0);

	/** @return none where the column is constant */
	static Optional<StandardColumn> of(final double[] column) {
		double largest = 0;
		for (final double value : column)
			largest = Math.max(largest, Math.abs(value));
		// A power of two takes nothing from the values and keeps their squares from overflow and underflow.
		final double unit = Math.scalb(1.0, -Math.getExponent(largest));
		final double[] values = new double[column.length];
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < values.length; i++) {
			values[i] = column[i] * unit;
			low = Math.min(low, values[i]);
			high = Math.max(high, values[i]);
		}
		if (!(high - low > CONSTANT * largest * unit)) return Optional.empty();
		final double first = mean(values, 0);
		final double mean = first + mean(values, first);
		double squares = 0;
		for (int i = 0; i < values.length; i++) {
			values[i] -= mean;
			squares += values[i] * values[i];
		}
		final double scale = Math.sqrt(squares / values.length);
		for (int i = 0; i < values.length; i++)
			values[i] /= scale;
		return Optional.of(new StandardColumn(values, mean / unit, scale / unit, Math.ulp(1.0) * largest * unit / scale));
	}

	private static double mean(final double[] values, final double shift) {
		double sum = 0;
		for (final double value : values)
			sum += value - shift;
		return sum / values.length;
	}
}
