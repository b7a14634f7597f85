package io.github.vertebraj.statistics;

import java.util.stream.IntStream;


/** How p-values of several tests are raised so that chance findings among them stay rare; as R's {@code p.adjust}. */
public enum PAdjustment implements Keyed {

	NONE("none"),

	/** Each times their number: holds the chance of any false finding, whatever the dependence. */
	BONFERRONI("Bonferroni"),

	/** Holm's step-down: holds the same, and never finds less. Scand J Stat 1979;6:65. */
	HOLM("Holm"),

	/** Hochberg's step-up: for independent tests. Biometrika 1988;75:800, doi:10.1093/biomet/75.4.800. */
	HOCHBERG("Hochberg"),

	/** Holds the false discovery rate. J R Stat Soc B 1995;57:289, doi:10.1111/j.2517-6161.1995.tb02031.x. */
	BENJAMINI_HOCHBERG("Benjamini-Hochberg"),

	/** The same whatever the dependence. Ann Stat 2001;29:1165, doi:10.1214/aos/1013699998. */
	BENJAMINI_YEKUTIELI("Benjamini-Yekutieli");

	private final String key;

	PAdjustment(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such adjustment; the message lists those there are */
	public static PAdjustment of(final String key) {
		return Keyed.of(PAdjustment.class, "p-value adjustment", key);
	}

	/**
	 * The adjusted p-values, in the order of the given ones. A NaN stays NaN and does not count as a test.
	 *
	 * @throws IllegalArgumentException if a value is neither NaN nor between 0 and 1
	 */
	public double[] adjust(final double... p) {
		for (int i = 0; i < p.length; i++)
			if (p[i] < 0 || p[i] > 1) throw new IllegalArgumentException("A p-value lies between 0 and 1, but at place " + (i +
				1) + " there is " + p[i]);
		final double[] adjusted = p.clone();
		final int[] rising = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed().sorted((i, j) -> Double
			.compare(p[i], p[j])).mapToInt(Integer::intValue).toArray();
		for (int rank = 0; rank < rising.length; rank++)
			adjusted[rising[rank]] = Math.min(1, factor(rank + 1, rising.length) * p[rising[rank]]);
		if (this == HOLM) keepRising(adjusted, rising);
		else if (this != NONE && this != BONFERRONI) keepFalling(adjusted, rising);
		return adjusted;
	}

	/** @param rank from 1, the smallest p-value first */
	private double factor(final int rank, final int count) {
		return switch (this) {
			case NONE -> 1;
			case BONFERRONI -> count;
			case HOLM, HOCHBERG -> count - rank + 1.0;
			case BENJAMINI_HOCHBERG -> (double) count / rank;
			case BENJAMINI_YEKUTIELI -> (double) count / rank * IntStream.rangeClosed(1, count).mapToDouble(i -> 1.0 / i).sum();
		};
	}

	/** From the smallest up: none below its forerunner. */
	private static void keepRising(final double[] adjusted, final int[] rising) {
		for (int rank = 1; rank < rising.length; rank++)
			adjusted[rising[rank]] = Math.max(adjusted[rising[rank]], adjusted[rising[rank - 1]]);
	}

	/** From the largest down: none above its forerunner. */
	private static void keepFalling(final double[] adjusted, final int[] rising) {
		for (int rank = rising.length - 2; rank >= 0; rank--)
			adjusted[rising[rank]] = Math.min(adjusted[rising[rank]], adjusted[rising[rank + 1]]);
	}
}
