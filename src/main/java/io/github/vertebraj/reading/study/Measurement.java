package io.github.vertebraj.reading.study;

import java.util.Comparator;
import java.util.Objects;

/**
 * A value measured in a region of the image.
 *
 * @param region   name of the region, as drawn: it keeps that name when levels are shifted
 * @param quantity what was measured, with its unit, as a table's header has it: {@code Mean (10^-3 mm^2/s)}
 * @param value    NaN when not measurable
 */
public record Measurement(String region, String quantity, double value) {

	/** By region, then quantity. */
	static final Comparator<Measurement> ORDER = Comparator.comparing(Measurement::region).thenComparing(
		Measurement::quantity);

	public Measurement {
		Objects.requireNonNull(region, "region");
		Objects.requireNonNull(quantity, "quantity");
	}

	boolean isOfSame(final Measurement other) {
		return ORDER.compare(this, other) == 0;
	}
}
