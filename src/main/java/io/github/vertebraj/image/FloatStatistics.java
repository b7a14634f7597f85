package io.github.vertebraj.image;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Exact {@link RegionStatistics} of any number of floats in little memory, from two passes over the same values: the
 * first counts them by the upper half of their bits, the second resolves the halves in which the quantiles lie. Sums are
 * taken in the order of the values. Not thread-safe.
 */
public final class FloatStatistics {

	private static final int[] PERCENTS = { 0, 5, 10, 25, 50, 75, 90, 95, 100 };
	private static final int HALF = 1 << 16;

	private final long[] upper = new long[HALF];
	private final Map<Integer, long[]> lower = new HashMap<>();
	private long n;
	private long nan;
	private long negative;
	private double sum;
	private double squares;
	private boolean isSecond;

	/** Takes a value for the first time. */
	public void add(final float value) {
		if (!Float.isFinite(value)) {
			nan++;
			return;
		}
		n++;
		sum += value;
		if (value < 0) negative++;
		upper[code(value) >>> 16]++;
	}

	/** Begins the second pass. */
	public void again() {
		isSecond = true;
		for (int i = 1; i < HALF; i++)
			upper[i] += upper[i - 1];
		if (n == 0) return;
		for (final int percent : PERCENTS) {
			final long k = percent * (n - 1) / 100;
			lower.computeIfAbsent(half(k), half -> new long[HALF]);
			lower.computeIfAbsent(half(Math.min(n - 1, k + 1)), half -> new long[HALF]);
		}
	}

	/** Takes a value for the second time. */
	public void addAgain(final float value) {
		if (!isSecond) throw new IllegalStateException("The second pass has not begun");
		if (!Float.isFinite(value)) return;
		final double d = value - sum / n;
		squares += d * d;
		final int code = code(value);
		final long[] counts = lower.get(code >>> 16);
		if (counts != null) counts[code & HALF - 1]++;
	}

	/** The statistics of what was taken twice. */
	public RegionStatistics finish() {
		final double sd = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
		return RegionStatistics.of(n + nan, nan, negative, sum / n, sd, new Quantiles(n, this::value));
	}

	/** The upper half in which the k-th value from below lies. */
	private int half(final long k) {
		return IntStream.range(0, HALF).filter(i -> upper[i] > k).findFirst().orElseThrow();
	}

	private double value(final long k) {
		final int half = half(k);
		final long[] counts = lower.get(half);
		long left = k - (half == 0 ? 0 : upper[half - 1]);
		int i = 0;
		while (left >= counts[i])
			left -= counts[i++];
		return value(half << 16 | i);
	}

	/** Rises with the value; -0 as 0. */
	private static int code(final float value) {
		final int bits = Float.floatToRawIntBits(value + 0f);
		return bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
	}

	private static double value(final int code) {
		return Float.intBitsToFloat(code < 0 ? code & Integer.MAX_VALUE : ~code);
	}
}
