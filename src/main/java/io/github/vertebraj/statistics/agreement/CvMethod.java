package io.github.vertebraj.statistics.agreement;

import java.util.Arrays;

import io.github.vertebraj.statistics.Keyed;

/** How the within-subject coefficient of variation of many subjects is had; both need positive values. */
public enum CvMethod implements Keyed {

	/** √ of the mean of (SD / mean)² of the subjects, each weighted by its degrees of freedom. */
	ROOT_MEAN_SQUARE("root mean square"),

	/** √(exp(s²) − 1) with the within-subject variance s² of natural logarithms. */
	LOGARITHM("logarithm");

	private final String key;

	CvMethod(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such method; the message lists those there are */
	public static CvMethod of(final String key) {
		return Keyed.of(CvMethod.class, "coefficient of variation", key);
	}

	/** The squared error of these measurements that is pooled over subjects. */
	double variance(final double[][] subjects) {
		if (this == LOGARITHM) return WithinSubject.of(Arrays.stream(subjects).map(row -> Arrays.stream(row).map(Math::log)
			.toArray()).toArray(double[][]::new)).variance();
		return WithinSubject.of(Arrays.stream(subjects).map(CvMethod::relative).toArray(double[][]::new)).variance();
	}

	private static double[] relative(final double[] row) {
		final double mean = Arrays.stream(row).sum() / row.length;
		return Arrays.stream(row).map(value -> value / mean).toArray();
	}

	/** The coefficient, as a fraction, of a pooled error. */
	double coefficient(final double variance) {
		return Math.sqrt(this == LOGARITHM ? Math.expm1(variance) : variance);
	}
}
