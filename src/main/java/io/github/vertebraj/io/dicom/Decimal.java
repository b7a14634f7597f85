package io.github.vertebraj.io.dicom;

/** Numbers as people write them: 1000 instead of 1000.0. */
final class Decimal {

	private Decimal() {}

	static String text(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
	}
}
