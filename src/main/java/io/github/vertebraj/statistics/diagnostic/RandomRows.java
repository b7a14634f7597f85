package io.github.vertebraj.statistics.diagnostic;

/**
 * Rows drawn with replacement. Each replicate of a bootstrap has a sequence of its own, so that results depend on the
 * seed alone and not on the threads; the generator (SplitMix64: Steele, Lea and Flood 2014,
 * doi:10.1145/2660193.2660195) is written out, so that they do not depend on the Java version either.
 */
final class RandomRows {

	private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

	private long state;

	RandomRows(final long seed, final int replicate) {
		// Mixed twice: sequences that began a multiple of gamma apart would be shifted copies of one another.
		state = mix(mix(seed) + replicate);
	}

	private static long mix(final long value) {
		long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
		z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
		return z ^ z >>> 31;
	}

	/** A row of 0 to {@code count} − 1; for fewer than 2³¹ rows they are equally likely to 3 × 10⁻¹⁰. */
	int next(final int count) {
		state += GOLDEN_GAMMA;
		return (int) Math.multiplyHigh(mix(state) >>> 1, 2L * count);
	}

	/** As many rows as there are. */
	int[] sample(final int count) {
		final int[] rows = new int[count];
		for (int i = 0; i < count; i++)
			rows[i] = next(count);
		return rows;
	}
}
