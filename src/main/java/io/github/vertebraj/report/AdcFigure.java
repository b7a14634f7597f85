package io.github.vertebraj.report;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.vertebraj.diffusion.AdcOfRegions;
import io.github.vertebraj.diffusion.AdcMeasurement;
import io.github.vertebraj.diffusion.AdcUnit;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;

import net.imglib2.view.Views;

/** The figure of an ADC measurement: the slice that holds most of the regions. */
public final class AdcFigure {

	/** The end of the colour bar in 10⁻³ mm²/s: free water at body temperature is 3.0. */
	public static final double MAXIMUM = 3;

	private AdcFigure() {}

	/**
	 * @param title    of the figure
	 * @param geometry gives the shape of the pixels
	 */
	public static BufferedImage draw(final String title, final AdcOfRegions adc, final Geometry geometry) {
		final List<Region> regions = adc.measurements().stream().map(AdcMeasurement::region).toList();
		final int z = IntStream.range(0, (int) adc.map().dimension(2)).boxed().max(Comparator.comparingLong(
			slice -> voxelsOn(slice, regions))).orElseThrow();
		final MapFigure.Settings settings = MapFigure.Settings.of(title + ", slice " + (z + 1), "ADC (" + AdcUnit.MILLI
			.key() + ")", 0, MAXIMUM);
		return new MapFigure(settings).draw(Views.hyperSlice(adc.map(), 2, adc.map().min(2) + z), Optional.empty(), geometry
			.spacing(0), geometry.spacing(1), regions, z);
	}

	private static long voxelsOn(final int slice, final List<Region> regions) {
		return regions.stream().flatMap(region -> region.runs().stream()).filter(run -> run.z() == slice).mapToLong(
			Region.Run::length).sum();
	}
}
