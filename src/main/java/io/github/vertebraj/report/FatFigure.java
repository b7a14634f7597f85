package io.github.vertebraj.report;

import java.awt.image.BufferedImage;

import io.github.vertebraj.fatfraction.FatMeasurement;
import io.github.vertebraj.fatfraction.FatOfRegions;
import io.github.vertebraj.image.Geometry;

/** The figure of a measurement of fat: the slice that holds most of the regions. */
public final class FatFigure {

	private FatFigure() {}

	/**
	 * @param title    of the figure
	 * @param geometry gives the shape of the pixels
	 */
	public static BufferedImage draw(final String title, final FatOfRegions fat, final Geometry geometry) {
		return RegionFigure.draw(title, "FF " + fat.definition() + " (%)", 0, 100, fat.map(), geometry, fat.measurements()
			.stream().map(FatMeasurement::region).toList());
	}
}
