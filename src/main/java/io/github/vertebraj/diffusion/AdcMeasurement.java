package io.github.vertebraj.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

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

	/**
	 * Measures regions of a diffusion series.
	 *
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException for fewer than two different b-values, or a region that is empty or outside
	 */
	public static List<AdcMeasurement> ofSeries(final DiffusionSignal series, final AdcSettings settings,
		final Estimate estimate, final List<Region> regions, final DoubleConsumer progress)
	{
		final AdcMaps maps = new AdcMapper(settings).compute(series.voxels(), series.scale(), series.bValues(), progress);
		final List<RegionStatistics> statistics = RegionStatistics.of(maps.adc(), ValueScale.IDENTITY, regions, done -> {});
		final DecayFit fit = new DecayFit(settings);
		final BValues bValues = BValues.of(series.bValues()).atLeast(settings.minimumB());
		final List<AdcMeasurement> measurements = new ArrayList<>();
		for (int i = 0; i < regions.size(); i++) {
			final double[] means = RegionStatistics.meanPerFrame(series.voxels(), series.scale(), regions.get(i));
			final DecayFit.Result ofMeans = fit.fit(series.bValues(), means);
			final double adc = switch (estimate) {
				case MEAN_OF_MAP -> statistics.get(i).mean();
				case FIT_OF_MEAN_SIGNAL -> ofMeans.adc();
			};
			measurements.add(new AdcMeasurement(regions.get(i), statistics.get(i), estimate, adc, bValues.groups().stream()
				.map(group -> new Signal(group.b(), geometricMean(group, means))).toList(), ofMeans.rSquared()));
		}
		return measurements;
	}

	private static double geometricMean(final BValues.Group group, final double[] means) {
		return group.frames().size() == 1 ? means[group.frames().get(0)] : Math.exp(group.frames().stream().mapToDouble(
			frame -> Math.log(means[frame])).average().orElse(Double.NaN));
	}

	/**
	 * Measures regions of an ADC map.
	 *
	 * @param unit of the map's real values
	 * @throws IllegalArgumentException when the image has several frames or channels, or for a region that is empty or
	 *           outside
	 */
	public static List<AdcMeasurement> ofMap(final CalibratedImage map, final AdcUnit unit, final List<Region> regions) {
		final ValueScale stored = map.scale();
		final ValueScale scale = new ValueScale(stored.slope() * unit.factor(), stored.intercept() * unit.factor(),
			AdcUnit.MILLI.key());
		final List<RegionStatistics> statistics = RegionStatistics.of(onlyVolume(map), scale, regions, done -> {});
		final List<AdcMeasurement> measurements = new ArrayList<>();
		for (int i = 0; i < regions.size(); i++)
			measurements.add(new AdcMeasurement(regions.get(i), statistics.get(i), Estimate.MEAN_OF_MAP, statistics.get(i)
				.mean(), List.of(), Double.NaN));
		return measurements;
	}

	private static RandomAccessibleInterval<? extends RealType<?>> onlyVolume(final CalibratedImage map) {
		if (map.size(3) != 1 || map.size(4) != 1) throw new IllegalArgumentException("An ADC map has one frame and one" +
			" channel, but '" + map.title() + "' has " + map.size(3) + " frames and " + map.size(4) + " channels");
		return map.volume(0, 0);
	}
}
