package io.github.vertebraj.statistics.diagnostic;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Stratified resampling of the scores of a curve: as many positives and as many negatives as there are, each drawn with
 * replacement. Replicates run in parallel, with the same results on any number of threads.
 */
final class Bootstrap {

	/** What is had of a resample. */
	@FunctionalInterface
	interface Statistic {

		/**
		 * @param positivesAt number of positives in each group of scores, highest first
		 * @param negativesAt number of negatives in each
		 */
		double[] of(int[] positivesAt, int[] negativesAt);
	}

	/** Replicates between two looks at whether to go on. */
	private static final int BLOCK = 32;

	private final ScoreGroups groups;
	private final int[] groupOfPositive;
	private final int[] groupOfNegative;

	Bootstrap(final ScoreGroups groups) {
		this.groups = groups;
		groupOfPositive = spread(groups.positivesAt(), groups.positives());
		groupOfNegative = spread(groups.negativesAt(), groups.negatives());
	}

	/** The group of each case. */
	private static int[] spread(final int[] counts, final int total) {
		final int[] group = new int[total];
		for (int i = 0, from = 0; i < counts.length; from += counts[i++])
			Arrays.fill(group, from, from + counts[i], i);
		return group;
	}

	/**
	 * The statistic of each resample, indexed [replicate].
	 *
	 * @throws CancellationException when the thread is interrupted
	 */
	double[][] run(final int replicates, final long seed, final Statistic statistic, final DoubleConsumer progress) {
		final double[][] results = new double[replicates][];
		for (int from = 0; from < replicates; from += BLOCK) {
			checkCancelled();
			final int to = Math.min(replicates, from + BLOCK);
			IntStream.range(from, to).parallel().forEach(i -> results[i] = resample(new RandomRows(seed, i), statistic));
			progress.accept((double) to / replicates);
		}
		return results;
	}

	private double[] resample(final RandomRows random, final Statistic statistic) {
		return statistic.of(draw(groupOfPositive, random), draw(groupOfNegative, random));
	}

	private int[] draw(final int[] groupOf, final RandomRows random) {
		final int[] counts = new int[groups.size()];
		for (int i = 0; i < groupOf.length; i++)
			counts[groupOf[random.next(groupOf.length)]]++;
		return counts;
	}

	/** @throws CancellationException when the thread is interrupted; it stays so */
	static void checkCancelled() {
		if (Thread.currentThread().isInterrupted()) throw new CancellationException("Cancelled");
	}

	/** @throws IllegalArgumentException for fewer than one */
	static int checkReplicates(final int number) {
		if (number < 1) throw new IllegalArgumentException("A bootstrap needs at least 1 replicate (2000 are usual), but " +
			number + " were asked for");
		return number;
	}
}
