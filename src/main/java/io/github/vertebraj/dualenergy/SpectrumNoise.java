package io.github.vertebraj.dualenergy;

import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.image.RealPlane;
import io.github.vertebraj.image.Region;

/**
 * Mean and covariance of a region in the images of two spectra. Voxels that are not finite in both are counted and left
 * out. Variances divide by n − 1 and are NaN for one voxel.
 *
 * @param voxels       that count
 * @param nan          that do not
 * @param low          mean of the low image, in HU
 * @param high         mean of the high image
 * @param varianceLow  in HU²
 * @param varianceHigh in HU²
 * @param covariance   in HU²
 */
public record SpectrumNoise(long voxels, long nan, double low, double high, double varianceLow, double varianceHigh,
	double covariance)
{

	/**
	 * Measures one region.
	 *
	 * @throws IllegalArgumentException when it is empty or lies outside of the images
	 */
	public static SpectrumNoise of(final SpectralPair pair, final Region region) {
		if (region.isEmpty()) throw new IllegalArgumentException("The region '" + region.name() + "' is empty");
		for (final Region.Run run : region.runs())
			if (run.z() < 0 || run.z() >= pair.low().size(2) || run.y() < 0 || run.y() >= pair.low().size(1) || run
				.xFrom() < 0 || run.xTo() > pair.low().size(0)) throw new IllegalArgumentException("The region '" + region
					.name() + "' lies outside of the image: x = " + run.xFrom() + " to " + (run.xTo() - 1) + ", y = " + run.y() +
					", z = " + run.z());
		final RealPlane lows = new RealPlane(pair.low().volume(), pair.low().scale());
		final RealPlane highs = new RealPlane(pair.high().volume(), pair.high().scale());
		final int width = (int) pair.low().size(0);
		final double[] a = new double[Math.toIntExact(region.voxelCount())];
		final double[] b = new double[a.length];
		int n = 0;
		int z = -1;
		double[] low = {};
		double[] high = {};
		for (final Region.Run run : region.runs()) {
			if (run.z() != z) {
				z = run.z();
				low = lows.read(z);
				high = highs.read(z);
			}
			for (int i = run.y() * width + run.xFrom(); i < run.y() * width + run.xTo(); i++)
				if (Double.isFinite(low[i] + high[i])) {
					a[n] = low[i];
					b[n++] = high[i];
				}
		}
		return of(Arrays.copyOf(a, n), Arrays.copyOf(b, n), a.length - n);
	}

	private static SpectrumNoise of(final double[] a, final double[] b, final long nan) {
		final double meanA = Arrays.stream(a).average().orElse(Double.NaN);
		final double meanB = Arrays.stream(b).average().orElse(Double.NaN);
		double aa = 0;
		double bb = 0;
		double ab = 0;
		for (int i = 0; i < a.length; i++) {
			aa += (a[i] - meanA) * (a[i] - meanA);
			bb += (b[i] - meanB) * (b[i] - meanB);
			ab += (a[i] - meanA) * (b[i] - meanB);
		}
		final double n = a.length < 2 ? Double.NaN : a.length - 1;
		return new SpectrumNoise(a.length, nan, meanA, meanB, aa / n, bb / n, ab / n);
	}

	/**
	 * Several regions as one: the mean of their means, and the covariance around each one's own mean, pooled by n − 1.
	 *
	 * @throws IllegalArgumentException when there is none, or one has fewer than two finite voxels
	 */
	public static SpectrumNoise pooled(final List<SpectrumNoise> regions) {
		if (regions.isEmpty()) throw new IllegalArgumentException("Noise needs one region or more");
		double freedom = 0;
		final double[] sums = new double[5];
		long voxels = 0;
		long nan = 0;
		for (final SpectrumNoise region : regions) {
			if (region.voxels < 2) throw new IllegalArgumentException("Noise needs regions of two finite voxels or more, but" +
				" one has " + region.voxels);
			final double weight = region.voxels - 1.0;
			freedom += weight;
			voxels += region.voxels;
			nan += region.nan;
			sums[0] += region.low / regions.size();
			sums[1] += region.high / regions.size();
			sums[2] += weight * region.varianceLow;
			sums[3] += weight * region.varianceHigh;
			sums[4] += weight * region.covariance;
		}
		return new SpectrumNoise(voxels, nan, sums[0], sums[1], sums[2] / freedom, sums[3] / freedom, sums[4] / freedom);
	}

	/** Mean of a blend in which the low image has that weight. */
	public double mean(final double weight) {
		return weight * low + (1 - weight) * high;
	}

	/** Standard deviation of such a blend. */
	public double sd(final double weight) {
		final double rest = 1 - weight;
		return Math.sqrt(Math.max(0, weight * weight * varianceLow + 2 * weight * rest * covariance + rest * rest *
			varianceHigh));
	}

	/** Correlation of the noise of the two images; NaN without noise. */
	public double correlation() {
		return covariance / Math.sqrt(varianceLow * varianceHigh);
	}
}
