package io.github.vertebraj.diffusion;

import java.util.List;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;

/**
 * The ADC of one region, in 10⁻³ mm²/s.
 *
 * @param region   what was measured
 * @param map      statistics of the voxels' ADC
 * @param estimate where {@code adc} comes from
 * @param adc      the region's ADC; NaN when not measurable
 * @param signals  the mean signal at each b-value of the fit; empty when an ADC map was measured
 * @param rSquared R² of the fit of the mean signals; NaN for two b-values, and for a map
 */
public record AdcMeasurement(Region region, RegionStatistics map, Estimate estimate, double adc, List<Signal> signals,
	double rSquared)
{

	/**
	 * The mean signal of a region.
	 *
	 * @param b    in s/mm²
	 * @param mean real value; of several volumes at one b the geometric mean
	 */
	public record Signal(double b, double mean) {}

	public AdcMeasurement {
		signals = List.copyOf(signals);
	}
}
