package io.github.vertebraj.statistics.count;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Collects probabilities by value, adding up those of equal values: an open-addressed hash table of primitives. */
final class Atoms {

	private static final int FIRST_CAPACITY = 4;

	private long[] values = new long[FIRST_CAPACITY];
	private double[] masses = new double[FIRST_CAPACITY];
	private int size;

	/** @param mass above 0 */
	void add(final long value, final double mass) {
		int at = slot(value, values.length - 1);
		while (masses[at] != 0 && values[at] != value)
			at = at + 1 & values.length - 1;
		if (masses[at] == 0) {
			if (mass == 0) return; // underflow: nothing to keep
			values[at] = value;
			size++;
		}
		masses[at] += mass;
		if (4 * size > 3 * values.length) grow();
	}

	private static int slot(final long value, final int mask) {
		return (int) (value * 0x9E3779B97F4A7C15L >>> 32) & mask;
	}

	private void grow() {
		final long[] oldValues = values;
		final double[] oldMasses = masses;
		values = new long[2 * oldValues.length];
		masses = new double[values.length];
		size = 0;
		for (int i = 0; i < oldValues.length; i++)
			if (oldMasses[i] != 0) add(oldValues[i], oldMasses[i]);
	}

	int size() {
		return size;
	}

	/** What was collected, by rising value. */
	Distribution sorted() {
		final long[] rising = IntStream.range(0, values.length).filter(i -> masses[i] != 0).mapToLong(i -> values[i])
			.toArray();
		Arrays.sort(rising);
		return new Distribution(rising, Arrays.stream(rising).mapToDouble(this::mass).toArray());
	}

	private double mass(final long value) {
		int at = slot(value, values.length - 1);
		while (values[at] != value || masses[at] == 0)
			at = at + 1 & values.length - 1;
		return masses[at];
	}
}
