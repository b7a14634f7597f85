package io.github.vertebraj.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The ADC measured in the regions of an image.
 *
 * @param map          the ADC in 10⁻³ mm²/s, axes x, y, z
 * @param measurements one for each region, in their order
 */
public record AdcOfRegions(RandomAccessibleInterval<FloatType> map, List<AdcMeasurement> measurements) {

	public AdcOfRegions {
		measurements = List.copyOf(measurements);
	}

	/**
	 * Measures regions of a diffusion series.
	 *
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException for fewer than two different b-values, or a region that is empty or outside
	 */
	public static AdcOfRegions ofSeries(final DiffusionSignal series, final AdcSettings settings, final Estimate estimate,
		final List<Region> regions, final DoubleConsumer progress)
	{
		final RandomAccessibleInterval<FloatType> map = new AdcMapper(settings).compute(series.voxels(), series.scale(),
			series.bValues(), progress).measurable(series.title()).adc();
		final List<RegionStatistics> statistics = RegionStatistics.of(map, ValueScale.IDENTITY, regions, done -> {});
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
				.map(group -> new AdcMeasurement.Signal(group.b(), geometricMean(group, means))).toList(), ofMeans.rSquared()));
		}
		return new AdcOfRegions(map, measurements);
	}

	private static double geometricMean(final BValues.Group group, final double[] means) {
		if (group.frames().size() == 1) return means[group.frames().get(0)];
		return Math.exp(group.frames().stream().mapToDouble(frame -> Math.log(means[frame])).average().orElse(Double.NaN));
	}

	/**
	 * Measures regions of an ADC map.
	 *
	 * @param unit of the map's real values
	 * @throws IllegalArgumentException when the image has several frames or channels, or for a region that is empty or
	 *           outside
	 */
	public static AdcOfRegions ofMap(final CalibratedImage image, final AdcUnit unit, final List<Region> regions) {
		if (image.size(3) != 1 || image.size(4) != 1) throw new IllegalArgumentException(
			"An ADC map has one frame and one channel, but '" + image.title() + "' has " + image.size(3) + " frames and " +
				image.size(4) + " channels");
		final ValueScale scale = unit.toMilli(image.scale());
		final List<RegionStatistics> statistics = RegionStatistics.of(image.volume(0, 0), scale, regions, done -> {});
		final List<AdcMeasurement> measurements = new ArrayList<>();
		for (int i = 0; i < regions.size(); i++)
			measurements.add(new AdcMeasurement(regions.get(i), statistics.get(i), Estimate.MEAN_OF_MAP, statistics.get(i)
				.mean(), List.of(), Double.NaN));
		return new AdcOfRegions(scale.real(image.volume(0, 0)), measurements);
	}
}
