package io.github.vertebraj.report;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.vertebraj.diffusion.AdcUnit;
import io.github.vertebraj.diffusion.DiffusionVolume;
import io.github.vertebraj.diffusion.LesionProjection;
import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.report.chart.FigureGrid;

/** The figure of a total diffusion volume: the projected signal in gray, and in it the ADC of the lesions in colour. */
public final class VolumeFigure {

	private VolumeFigure() {}

	/**
	 * @param title of what was measured; the volume is appended
	 */
	public static Figure of(final String title, final DiffusionVolume volume) {
		final MapFigure.Settings settings = MapFigure.Settings.of(title + String.format(Locale.ROOT, ", tDV %.1f ml", volume
			.volume()), "ADC (" + AdcUnit.MILLI.key() + ")", 0, AdcFigure.MAXIMUM);
		return new FigureGrid(volume.projections().stream().<Figure> map(projection -> () -> draw(settings, projection))
			.toList());
	}

	private static BufferedImage draw(final MapFigure.Settings settings,
		final LesionProjection projection)
	{
		return new MapFigure(settings).draw(projection.adc(), Optional.of(projection.signal()), projection.xSpacing(),
			projection.ySpacing(), List.of(), 0);
	}
}
