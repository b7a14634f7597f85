package io.github.vertebraj.statistics.count;

import java.util.Arrays;

/**
 * Probabilities of a sum in classes of equal width. A value lies in its class or above it, never by more than the
 * slack: what is moved into classes is rounded down, and the slack remembers by how much at most. Thus the probability
 * of "at least" is certainly no less than that of the lower edges, and no more than that of the edges plus slack.
 */
final class ValueClasses {

	private static final int FIRST_CAPACITY = 4;

	private final long width;
	private long base;
	private int first;
	private int end;
	private double[] masses = new double[FIRST_CAPACITY];
	private double beyond;
	private long slack;
	private double[] tails;

	/** @param width of a class, above 0 */
	ValueClasses(final long width) {
		this.width = width;
	}

	/** All of the probability at one value, without rounding. */
	static ValueClasses certain(final long width, final long value) {
		final ValueClasses classes = new ValueClasses(width);
		classes.add(value, 0, 1);
		return classes;
	}

	boolean isEmpty() {
		return first == end;
	}

	/** How many classes there are from the lowest to the highest. */
	int size() {
		return end - first;
	}

	/** Numbers held in memory. */
	int capacity() {
		return masses.length;
	}

	/** No value is less. */
	long lowest() {
		return edge(first);
	}

	private long edge(final int index) {
		return base + index * width;
	}

	/** Probability of all classes, and of what was put beyond them. */
	double total() {
		return tail(first);
	}

	/** Adds probability of values that count, whatever is added to them. */
	void addBeyond(final double mass) {
		beyond += mass;
	}

	/** @param valueSlack by which the true value may be above the given one */
	void add(final long value, final long valueSlack, final double mass) {
		final int index = index(value, valueSlack);
		reserve(index, index + 1);
		masses[index - first] += mass;
	}

	/** Class of a value, which is rounded down to its edge. */
	private int index(final long value, final long valueSlack) {
		if (isEmpty()) base = value;
		final long index = Math.floorDiv(value - base, width);
		slack = Math.max(slack, valueSlack + value - base - index * width);
		return Math.toIntExact(index);
	}

	/**
	 * Adds all classes of another sum, shifted, whose fate is open.
	 *
	 * @param never  values that certainly stay below this, after the shift, are dropped
	 * @param always values of this or more, after the shift, count
	 * @return the other's probability of those that count
	 */
	double addOpen(final ValueClasses other, final long shift, final double factor, final long never,
		final long always)
	{
		final int from = other.firstAtLeast(never - shift - other.slack);
		final int to = other.firstAtLeast(always - shift);
		if (from < to) {
			final int target = index(other.edge(from) + shift, other.slack);
			reserve(target, target + to - from);
			final double[] source = other.masses;
			final double[] sink = masses;
			final int offset = target - first - (from - other.first);
			for (int i = from - other.first; i < to - other.first; i++)
				sink[offset + i] += factor * source[i];
		}
		return other.tail(to);
	}

	/** Sums from the highest class down, for one that grows no more but is asked often: these are kept from now on. */
	void sumUp() {
		tails = new double[size() + 1];
		tails[size()] = beyond;
		for (int i = size() - 1; i >= 0; i--)
			tails[i] = tails[i + 1] + masses[i];
	}

	/** Gives up space that is not needed, for one that grows no more. */
	ValueClasses trimmed() {
		masses = Arrays.copyOf(masses, size());
		return this;
	}

	private double tail(final int index) {
		return tails == null ? beyond + sum(index) : tails[index - first];
	}

	private double sum(final int from) {
		double sum = 0;
		for (int i = end - 1; i >= from; i--)
			sum += masses[i - first];
		return sum;
	}

	private int firstAtLeast(final long value) {
		final long index = -Math.floorDiv(base - value, width);
		return (int) Math.max(first, Math.min(end, index));
	}

	/**
	 * The probability that this sum and another one, independent, together reach a value.
	 *
	 * @return at the least, in the middle, at the most
	 */
	double[] sumAtLeast(final long value, final ValueClasses other) {
		final long both = slack + other.slack;
		final double[] found = new double[3];
		for (int i = first; i < end; i++) {
			final long lacking = value - edge(i);
			final double mass = masses[i - first];
			found[0] += mass * other.tail(other.firstAtLeast(lacking));
			found[1] += mass * other.tail(other.firstAtLeast(lacking - both / 2));
			found[2] += mass * other.tail(other.firstAtLeast(lacking - both));
		}
		return found;
	}

	/** Makes room for classes from one index up to another, exclusive. */
	private void reserve(final int from, final int to) {
		if (isEmpty()) {
			first = from;
			end = from;
		}
		final int newFirst = Math.min(first, from);
		final int newEnd = Math.max(end, to);
		if (newFirst < first || newEnd - first > masses.length) {
			final int size = newEnd - newFirst;
			final double[] grown = new double[newEnd - newFirst <= masses.length ? masses.length : size + size / 8 + 2];
			System.arraycopy(masses, 0, grown, first - newFirst, end - first);
			masses = grown;
		}
		first = newFirst;
		end = newEnd;
	}
}
