package io.github.vertebraj.statistics.agreement;

import java.util.Arrays;

/** Counts of ratings, subjects × categories, with the same number of raters for each subject. */
final class FleissCounts {

	private final int[][] counts;
	private final int raters;
	/** The share of all ratings that each category has. */
	private final double[] shares;

	/** @throws IllegalArgumentException as {@link FleissKappa#test(int[][])} says */
	FleissCounts(final int[][] counts) {
		if (counts.length < 2) throw new IllegalArgumentException("Fleiss' kappa needs at least two subjects, but has " +
			counts.length);
		if (counts[0].length < 2) throw new IllegalArgumentException("Fleiss' kappa needs at least two categories, but has " +
			counts[0].length);
		this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
		raters = raters(0);
		if (raters < 2) throw new IllegalArgumentException("Fleiss' kappa needs at least two raters, but subject 1 has " +
			raters);
		for (int i = 0; i < counts.length; i++)
			check(i);
		shares = new double[counts[0].length];
		for (int j = 0; j < shares.length; j++)
			shares[j] = (double) sum(j) / ((long) counts.length * raters);
	}

	private void check(final int subject) {
		if (counts[subject].length != counts[0].length) throw new IllegalArgumentException("Subject " + (subject + 1) +
			" has " + counts[subject].length + " categories, but subject 1 has " + counts[0].length);
		for (final int count : counts[subject])
			if (count < 0) throw new IllegalArgumentException("Subject " + (subject + 1) + " has a negative count: " + count);
		if (raters(subject) != raters) throw new IllegalArgumentException("Subject " + (subject + 1) + " has " + raters(
			subject) + " ratings, but subject 1 has " + raters +
			"; Fleiss' kappa needs equally many, so leave incomplete subjects out");
	}

	private int raters(final int subject) {
		return Math.toIntExact(Arrays.stream(counts[subject]).asLongStream().sum());
	}

	private long sum(final int category) {
		return Arrays.stream(counts).mapToLong(row -> row[category]).sum();
	}

	int subjects() {
		return counts.length;
	}

	int raters() {
		return raters;
	}

	int categories() {
		return shares.length;
	}

	double share(final int category) {
		return shares[category];
	}

	/** Pairs of ratings per subject, in order. */
	private double pairs() {
		return (double) raters * (raters - 1);
	}

	/** The share of a subject's pairs of ratings that disagree. */
	private double disagreement(final int subject) {
		long pairs = 0;
		for (final int count : counts[subject])
			pairs += (long) count * (raters - count);
		return pairs / pairs();
	}

	/** The share of all pairs of ratings that disagree. */
	double observedDisagreement() {
		double sum = 0;
		for (int i = 0; i < counts.length; i++)
			sum += disagreement(i);
		return sum / counts.length;
	}

	/** The share that would disagree if raters drew from {@link #share} by chance; 0 if only one category was used. */
	double expectedDisagreement() {
		return Arrays.stream(shares).map(share -> share * (1 - share)).sum();
	}

	/** Standard error of κ when raters draw by chance (Fleiss, Nee, Landis 1979). */
	double errorByChance() {
		final double chance = expectedDisagreement();
		final double skew = Arrays.stream(shares).map(share -> share * (1 - share) * (1 - 2 * share)).sum();
		return Math.sqrt(2 * (chance * chance - skew) / (subjects() * pairs())) / chance;
	}

	/** Large-sample standard error of κ over subjects (Gwet 2021). */
	double error() {
		final double chance = expectedDisagreement();
		final double ratio = observedDisagreement() / chance;
		double sum = 0;
		for (int i = 0; i < counts.length; i++) {
			// Linear in the subject: its own disagreement, and what it does to the disagreement by chance.
			final double influence = ratio * (1 + 2 * (chanceOf(i) - chance) / chance) - disagreement(i) / chance;
			sum += influence * influence;
		}
		return Math.sqrt(sum / (counts.length * (counts.length - 1.0)));
	}

	/** How often the ratings of a subject would disagree with ratings drawn by chance. */
	private double chanceOf(final int subject) {
		double sum = 0;
		for (int j = 0; j < shares.length; j++)
			sum += counts[subject][j] * (1 - shares[j]);
		return sum / raters;
	}

	/** κ of one category against all others; NaN when no rating or every rating is of it. */
	double kappa(final int category) {
		final double chance = shares[category] * (1 - shares[category]);
		double pairs = 0;
		for (final int[] row : counts)
			pairs += (double) row[category] * (raters - row[category]);
		return chance == 0 ? Double.NaN : 1 - pairs / (subjects() * pairs()) / chance;
	}

	/** Standard error by chance of κ of one category: the same for all. */
	double categoryErrorByChance() {
		return Math.sqrt(2 / (subjects() * pairs()));
	}
}
