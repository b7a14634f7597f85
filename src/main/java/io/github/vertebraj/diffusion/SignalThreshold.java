package io.github.vertebraj.diffusion;

import io.github.vertebraj.image.RegionStatistics;

/**
 * The least signal of a voxel that counts. No published value fits all scanners: it is always the user's.
 *
 * @param value  in the units of the signal
 * @param origin how it came about, in words
 */
public record SignalThreshold(double value, String origin) {

	/** @throws IllegalArgumentException when the value is not finite */
	public SignalThreshold {
		if (!Double.isFinite(value)) throw new IllegalArgumentException("signalThreshold must be a number, but is " + value +
			" (" + origin + ")");
	}

	/** A value that the user gave. */
	public static SignalThreshold of(final double value) {
		return new SignalThreshold(value, "given");
	}

	/**
	 * The mean of a reference region and so many of its SD.
	 *
	 * @param name   of the region
	 * @param signal in it; SD divides by n - 1
	 * @param k      number of SD, of any sign
	 * @throws IllegalArgumentException when the region has no SD: it has fewer than two voxels that are measurable
	 */
	public static SignalThreshold of(final String name, final RegionStatistics signal, final double k) {
		if (!Double.isFinite(k)) throw new IllegalArgumentException("The number of standard deviations must be finite, but is " +
			k);
		if (!Double.isFinite(signal.sd())) throw new IllegalArgumentException("The reference region '" + name +
			"' has no standard deviation: " + (signal.voxels() - signal.nan()) + " of its " + signal.voxels() +
			" voxels are measurable");
		return new SignalThreshold(signal.mean() + k * signal.sd(), "mean " + (k < 0 ? "- " : "+ ") + Math.abs(k) +
			" SD of " + name);
	}
}
