package io.github.vertebraj.report.chart;

import java.util.Arrays;

/** Checks of the data that figures are made of. */
final class FigureData {

	private FigureData() {}

	/** A copy of values that are finite, or NaN where they are missing. */
	static double[] finiteOrMissing(final String name, final double[] values) {
		for (int i = 0; i < values.length; i++)
			if (Double.isInfinite(values[i])) throw new IllegalArgumentException("Value " + (i + 1) + " of '" + name +
				"' is " + values[i] + ", which cannot be drawn");
		return values.clone();
	}

	/** A copy of values that are finite. */
	static double[] finite(final String name, final double[] values) {
		for (int i = 0; i < values.length; i++)
			if (Double.isNaN(values[i])) throw new IllegalArgumentException("Value " + (i + 1) + " of '" + name +
				"' is NaN, which cannot be drawn; leave it out");
		return finiteOrMissing(name, values);
	}

	/** A copy of values from 0 to 1. */
	static double[] shares(final String name, final double[] values) {
		for (final double value : values)
			if (!(value >= 0 && value <= 1)) throw new IllegalArgumentException("A " + name +
				" must be from 0 to 1, but one is " + value);
		return values.clone();
	}

	static void equalLengths(final String first, final double[] a, final String second, final double[] b) {
		if (a.length != b.length) throw new IllegalArgumentException("There must be as many values of '" + first +
			"' as of '" + second + "', but there are " + a.length + " and " + b.length);
	}

	static double[] present(final double[] values) {
		return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
	}
}
