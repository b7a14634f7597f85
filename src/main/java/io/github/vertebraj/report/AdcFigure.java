package io.github.vertebraj.report;

import java.awt.image.BufferedImage;

import io.github.vertebraj.diffusion.AdcMeasurement;
import io.github.vertebraj.diffusion.AdcOfRegions;
import io.github.vertebraj.diffusion.AdcUnit;
import io.github.vertebraj.image.Geometry;

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
		return RegionFigure.draw(title, "ADC (" + AdcUnit.MILLI.key() + ")", 0, MAXIMUM, adc.map(), geometry, adc
			.measurements().stream().map(AdcMeasurement::region).toList());
	}
}
