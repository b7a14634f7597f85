package io.github.vertebraj.image.denoise;

import java.util.List;

import io.github.vertebraj.image.Region;

/**
 * The noise of an image in places that hold little else. Sums are taken in the order of the places, by one thread.
 *
 * @param places  number of places
 * @param n       number of voxels
 * @param sd      as a table of these places says it: about the mean of each, divided by n − places
 * @param trueSd  of the noise if it were seen in a place without end: noise that is correlated also moves the mean of a
 *                small place, about which its SD is taken
 * @param squared mean squared difference of neighbours along x, y and z, divided by the variance: 2 in white noise; 0
 *                where there are none
 */
record NoiseSample(List<Region> places, long n, double sd, double trueSd, double[] squared) {

	private static final int ROUNDS = 8;

	/** Whether there is noise to be taken away. */
	boolean isMeasured() {
		return sd > 0 && trueSd > 0 && Double.isFinite(trueSd);
	}

	/** The noise in places of one slice each. */
	static NoiseSample of(final FloatVolume volume, final List<Region> places) {
		final Sums sums = new Sums(volume);
		places.forEach(sums::add);
		final double sd = Math.sqrt(sums.squares / (sums.n - sums.places));
		final double[] differences = new double[3];
		for (int axis = 0; axis < 3; axis++)
			if (sums.pairs[axis] > 0) differences[axis] = sums.differences[axis] / sums.pairs[axis];
		final double side = Math.sqrt((double) sums.n / sums.places);
		double variance = sd * sd;
		for (int round = 0; round < ROUNDS; round++) {
			final double lost = seen(differences[0] / variance, side) * seen(differences[1] / variance, side);
			variance = sums.squares / sums.n / (1 - Math.min(0.5, lost));
		}
		for (int axis = 0; axis < 3; axis++)
			differences[axis] = Math.min(2, differences[axis] / variance); // more is structure
		return new NoiseSample(places, sums.n, sd, Math.sqrt(variance), differences);
	}

	/**
	 * The variance of the mean along one side of a square, as a part of that of a voxel, when the correlation of the noise
	 * is that of white noise after a Gaussian filter.
	 */
	private static double seen(final double squaredDifference, final double side) {
		final double neighbours = Math.min(0.99, 1 - squaredDifference / 2);
		double sum = side;
		for (int d = 1; d < side && neighbours > 0; d++)
			sum += 2 * (side - d) * Math.pow(neighbours, (double) d * d);
		return sum / (side * side);
	}

	/** The SD of the Gaussian filter, in pixels of a slice, that gives white noise this correlation. */
	double correlationPixels() {
		final double neighbours = Math.min(0.99, 1 - (squared[0] + squared[1]) / 4);
		return neighbours <= 0 ? 0 : Math.sqrt(-1 / (4 * Math.log(neighbours)));
	}

	/**
	 * What a filtered image has less, in the places: what the ratio of the noises follows from.
	 *
	 * @param covariance of the difference and the noise
	 * @param variance   of the difference
	 */
	record Removed(double covariance, double variance) {}

	/**
	 * What a filtered image has less. The noise is taken about the filtered image's mean of each place, which is nearer to
	 * the truth than the place's own; what is left of noise there makes the ratio a little too high, never too low.
	 */
	Removed removed(final FloatVolume before, final FloatVolume after) {
		double covariance = 0;
		double variance = 0;
		for (final Region place : places) {
			final double mean = Sums.mean(after, place);
			for (final Region.Run run : place.runs()) {
				final int row = run.y() * before.width();
				for (int i = row + run.xFrom(); i < row + run.xTo(); i++) {
					final double value = before.planes()[run.z()][i];
					final double difference = value - after.planes()[run.z()][i];
					if (difference != difference) continue;
					covariance += (value - mean) * difference;
					variance += difference * difference;
				}
			}
		}
		return new Removed(covariance / n, variance / n);
	}

	/** The ratio of the SDs of the noise when that share of the difference is removed. */
	double ratio(final Removed removed, final double share) {
		return Math.sqrt(Math.max(0, 1 - share * (2 * removed.covariance() - share * removed.variance()) / (trueSd * trueSd)));
	}

	/** The share of the difference whose removal gives a ratio; the best there is when none does. */
	double share(final Removed removed, final double ratio) {
		if (!(removed.variance() > 0) || !(removed.covariance() > 0)) return 0;
		final double root = removed.covariance() * removed.covariance() - removed.variance() * trueSd * trueSd * (1 - ratio *
			ratio);
		return (removed.covariance() - Math.sqrt(Math.max(0, root))) / removed.variance();
	}

	private static final class Sums {

		private final FloatVolume volume;
		private final double[] differences = new double[3];
		private final long[] pairs = new long[3];
		private double squares;
		private long n;
		private int places;

		private Sums(final FloatVolume volume) {
			this.volume = volume;
		}

		private static double mean(final FloatVolume volume, final Region place) {
			double sum = 0;
			int n = 0;
			for (final Region.Run run : place.runs()) {
				final int row = run.y() * volume.width();
				for (int i = row + run.xFrom(); i < row + run.xTo(); i++) {
					final float value = volume.planes()[run.z()][i];
					if (value != value) continue;
					sum += value;
					n++;
				}
			}
			return sum / n;
		}

		private void add(final Region place) {
			final double mean = mean(volume, place);
			if (mean != mean) return;
			places++;
			final int lastRow = place.runs().get(place.runs().size() - 1).y();
			for (final Region.Run run : place.runs()) {
				final float[] plane = volume.planes()[run.z()];
				final int row = run.y() * volume.width();
				for (int x = run.xFrom(); x < run.xTo(); x++) {
					final float value = plane[row + x];
					if (value != value) continue;
					n++;
					squares += (value - mean) * (value - mean);
					if (x + 1 < run.xTo()) pair(0, value, plane[row + x + 1]);
					if (run.y() < lastRow) pair(1, value, plane[row + volume.width() + x]);
					if (run.z() + 1 < volume.depth()) pair(2, value, volume.planes()[run.z() + 1][row + x]);
				}
			}
		}

		private void pair(final int axis, final double a, final double b) {
			final double d = a - b;
			if (d != d) return;
			differences[axis] += d * d;
			pairs[axis]++;
		}
	}
}
