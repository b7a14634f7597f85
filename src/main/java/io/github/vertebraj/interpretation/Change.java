package io.github.vertebraj.interpretation;

import java.util.OptionalDouble;

/**
 * What became of a measure between two times, in the unit of the measure.
 *
 * @param before NaN where it was not measurable
 * @param after  likewise
 */
public record Change(double before, double after) {

	/** After less before; NaN where either is. */
	public double absolute() {
		return after - before;
	}

	/** The change in per cent of the amount before; NaN where either is, or there was nothing before. */
	public double percent() {
		return before == 0 ? Double.NaN : 100 * absolute() / Math.abs(before);
	}

	/**
	 * How the change compares with what repeated measurements differ by.
	 *
	 * @param limit the repeatability coefficient: 95 % of repeated measurements differ by less
	 */
	public String against(final OptionalDouble limit) {
		if (limit.isEmpty() || Double.isNaN(absolute())) return "";
		return Math.abs(absolute()) > limit.getAsDouble() ? "beyond" : "within";
	}
}
