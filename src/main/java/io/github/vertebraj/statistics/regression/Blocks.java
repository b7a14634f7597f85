package io.github.vertebraj.statistics.regression;

/** Sums over a range of rows. */
final class Blocks {

	private Blocks() {}

	/** Four sums side by side, which a processor adds at once and which round less than one. */
	static double dot(final double[] a, final double[] b, final int from, final int to) {
		return dot(a, from, b, from, to - from);
	}

	static double dot(final double[] a, final int fromA, final double[] b, final int fromB, final int length) {
		double s0 = 0;
		double s1 = 0;
		double s2 = 0;
		double s3 = 0;
		int i = 0;
		for (; i + 3 < length; i += 4) {
			s0 += a[fromA + i] * b[fromB + i];
			s1 += a[fromA + i + 1] * b[fromB + i + 1];
			s2 += a[fromA + i + 2] * b[fromB + i + 2];
			s3 += a[fromA + i + 3] * b[fromB + i + 3];
		}
		for (; i < length; i++)
			s0 += a[fromA + i] * b[fromB + i];
		return s0 + s1 + (s2 + s3);
	}
}
