package io.github.vertebraj.statistics.count;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.vertebraj.statistics.Interval;

/**
 * The difference of two proportions whose subjects come in clusters, such as vertebrae in patients: its interval is the
 * percentile one of a bootstrap that draws whole clusters, so that subjects of a cluster stay together. Where a draw has no
 * subject in a group it cannot have one, since every cluster has at least one.
 * <p>
 * Source: Davison, Hinkley, Bootstrap Methods and their Application, 1997, section 3.8. Reproducible: the seed and the
 * order of the clusters fix the result.
 */
public final class ClusteredDifference {

	/** How many draws papers make. */
	public static final int USUAL_REPLICATES = 2000;

	private static final long USUAL_SEED = 1;

	private static final ClusteredDifference DEFAULTS = new ClusteredDifference(USUAL_REPLICATES, USUAL_SEED,
		Interval.USUAL_LEVEL);

	private final int replicates;
	private final long seed;
	private final double level;

	private ClusteredDifference(final int replicates, final long seed, final double level) {
		this.replicates = replicates;
		this.seed = seed;
		this.level = level;
	}

	/** 2000 draws, seed 1, 95 %. */
	public static ClusteredDifference withDefaults() {
		return DEFAULTS;
	}

	/** @throws IllegalArgumentException for fewer than 100 */
	public ClusteredDifference withReplicates(final int number) {
		if (number < 100) throw new IllegalArgumentException("A bootstrap needs at least 100 draws, not " + number);
		return new ClusteredDifference(number, seed, level);
	}

	public ClusteredDifference withSeed(final long value) {
		return new ClusteredDifference(replicates, value, level);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public ClusteredDifference withLevel(final double newLevel) {
		return new ClusteredDifference(replicates, seed, Interval.checkLevel(newLevel));
	}

	/**
	 * One cluster.
	 *
	 * @param positives subjects that have it
	 * @param size      all subjects, 1 or more
	 */
	public record Cluster(int positives, int size) {

		/** @throws IllegalArgumentException if there is no subject, or the positives are not among them */
		public Cluster {
			if (size < 1 || positives < 0 || positives > size) throw new IllegalArgumentException(
				"A cluster needs a subject, and 0 to all of them positive, but has " + positives + " of " + size);
		}
	}

	/**
	 * @param difference first minus second proportion
	 * @param interval   of the bootstrap
	 */
	public record Result(double difference, Interval interval) {}

	/** @throws IllegalArgumentException if a group has no cluster */
	public Result of(final List<Cluster> first, final List<Cluster> second) {
		if (first.isEmpty() || second.isEmpty()) throw new IllegalArgumentException(
			"Both groups need a cluster, but have " + first.size() + " and " + second.size());
		final Random random = new Random(seed);
		final double[] differences = new double[replicates];
		for (int i = 0; i < replicates; i++)
			differences[i] = drawn(first, random) - drawn(second, random);
		Arrays.sort(differences);
		final double tail = (1 - level) / 2;
		return new Result(proportion(first) - proportion(second), new Interval(quantile(differences, tail), quantile(
			differences, 1 - tail), level, "bootstrap of clusters"));
	}

	private static double drawn(final List<Cluster> clusters, final Random random) {
		long positives = 0;
		long all = 0;
		for (int i = 0; i < clusters.size(); i++) {
			final Cluster cluster = clusters.get(random.nextInt(clusters.size()));
			positives += cluster.positives();
			all += cluster.size();
		}
		return (double) positives / all;
	}

	private static double proportion(final List<Cluster> clusters) {
		return (double) clusters.stream().mapToLong(Cluster::positives).sum() / clusters.stream().mapToLong(Cluster::size)
			.sum();
	}

	/** Type 7. */
	private static double quantile(final double[] sorted, final double share) {
		final double place = share * (sorted.length - 1);
		final int below = (int) place;
		final int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
	}
}
