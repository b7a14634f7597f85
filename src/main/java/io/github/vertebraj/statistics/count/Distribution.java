package io.github.vertebraj.statistics.count;

/** Probabilities of whole values, by rising value, with the sums that ask for "this value or more". */
final class Distribution {

	private final long[] values;
	private final double[] masses;
	private double[] tails;

	Distribution(final long[] values, final double[] masses) {
		this.values = values;
		this.masses = masses;
	}

	/** All of the probability at one value. */
	static Distribution certain(final long value) {
		return new Distribution(new long[] { value }, new double[] { 1 });
	}

	int size() {
		return values.length;
	}

	long value(final int index) {
		return values[index];
	}

	double mass(final int index) {
		return masses[index];
	}

	/**
	 * The probability that the sum of two independent values, one of each distribution, is at least the bound. Both lists
	 * are walked once, in opposite directions; where one is much the longer it is searched.
	 */
	static double sumAtLeast(final long bound, final Distribution first, final Distribution second) {
		final int last = first.size() - 1;
		if (first.values[0] + second.values[0] >= bound) return first.tails()[0] * second.tails()[0];
		if (first.values[last] + second.values[second.size() - 1] < bound) return 0;
		final Distribution walked = first.size() <= second.size() ? first : second;
		final Distribution asked = walked == first ? second : first;
		final double[] tails = asked.tails();
		final boolean isSearched = walked.size() * 16L < asked.size();
		double sum = 0;
		int at = asked.size();
		for (int i = 0; i < walked.values.length; i++) {
			final long least = bound - walked.values[i];
			if (isSearched) at = asked.firstAtLeast(least, at);
			else while (at > 0 && asked.values[at - 1] >= least)
				at--;
			if (at < tails.length) sum += walked.masses[i] * tails[at];
		}
		return sum;
	}

	/** The probability of this value or more. */
	double atLeast(final long value) {
		final int first = firstAtLeast(value, values.length);
		return first < values.length ? tails()[first] : 0;
	}

	double total() {
		return tails()[0];
	}

	/** Finds all sums now, so that threads can share this. */
	void sumUp() {
		tails();
	}

	/**
	 * Adds the values, shifted, whose fate is open, and gives the probability of those that count already.
	 *
	 * @param never values below this, after the shift, cannot count
	 * @param always values of this or more, after the shift, count
	 */
	double addOpen(final Atoms target, final long shift, final double factor, final long never, final long always) {
		int i = 0;
		while (i < values.length && values[i] + shift < never)
			i++;
		for (; i < values.length && values[i] + shift < always; i++)
			target.add(values[i] + shift, masses[i] * factor);
		return i < values.length ? tails()[i] : 0;
	}

	/** Adds all values, shifted, but none above the cap: those are added there. */
	void addTo(final Atoms target, final long shift, final double factor, final long cap) {
		int i = 0;
		for (; i < values.length && values[i] + shift < cap; i++)
			target.add(values[i] + shift, masses[i] * factor);
		if (i < values.length) target.add(cap, tails()[i] * factor);
	}

	/** Index of the first value that is at least the bound, which lies no higher than an index that is known to be. */
	private int firstAtLeast(final long bound, final int known) {
		int low = 0;
		int high = known;
		while (low < high) {
			final int middle = low + high >>> 1;
			if (values[middle] >= bound) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	/** Sums from the highest value down, so that small tails keep their digits. */
	private double[] tails() {
		if (tails == null) {
			final double[] sums = masses.clone();
			for (int i = sums.length - 2; i >= 0; i--)
				sums[i] += sums[i + 1];
			tails = sums;
		}
		return tails;
	}
}
