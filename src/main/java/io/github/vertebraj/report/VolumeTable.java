package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.List;

import io.github.vertebraj.diffusion.AdcUnit;
import io.github.vertebraj.diffusion.DiffusionVolume;
import io.github.vertebraj.diffusion.LesionCriteria;
import io.github.vertebraj.diffusion.LesionFocus;
import io.github.vertebraj.diffusion.SignalThreshold;
import io.github.vertebraj.image.RegionStatistics;

/**
 * A total diffusion volume as one row, with every threshold that made it, and its foci as one row each. The headers are
 * public: macros read columns by them.
 */
public final class VolumeTable {

	private static final String UNIT = " (" + AdcUnit.MILLI.key() + ")";
	private static final int[] PERCENTILES = { 5, 10, 25, 75, 90, 95 };

	private VolumeTable() {}

	/**
	 * The row of a patient.
	 *
	 * @param title    of the table
	 * @param image    what was measured; several stations joined
	 * @param stations how many
	 * @param signal   which of the images the threshold is for: {@code b=1000}
	 * @param mask     to which regions it was limited; empty for none
	 */
	public static ResultTable of(final String title, final String image, final int stations, final String signal,
		final String mask, final LesionCriteria criteria, final DiffusionVolume volume)
	{
		final List<String> headers = new ArrayList<>(List.of("Image", "Stations", "Signal", "Mask", "tDV (ml)", "Voxels",
			"NaN voxels", "Mean" + UNIT, "SD" + UNIT, "Median" + UNIT, "Min" + UNIT, "Max" + UNIT));
		for (final int p : PERCENTILES)
			headers.add("P" + p + UNIT);
		headers.addAll(List.of("Foci", "Largest focus (ml)", "Dropped foci", "Dropped volume (ml)",
			"Volume above signal threshold (ml)", "Signal threshold", "Threshold from", "ADC minimum" + UNIT, "ADC maximum" +
				UNIT, "Minimum volume (ml)", "Connectivity", "Voxels looked at", "Voxels in an earlier station"));
		final RegionStatistics adc = volume.adc();
		final List<Object> row = new ArrayList<>(List.of(image, stations, signal, mask, volume.volume(), volume.voxels(), adc
			.nan(), adc.mean(), adc.sd(), adc.median(), adc.min(), adc.max()));
		for (final int p : PERCENTILES)
			row.add(adc.percentile(p));
		row.addAll(List.of(volume.foci().size(), volume.foci().stream().mapToDouble(LesionFocus::volume).max().orElse(
			Double.NaN), volume.droppedFoci(), volume.dropped(), volume.bright(), criteria.signal().<Object> map(
				SignalThreshold::value).orElse(""), criteria.signal().map(SignalThreshold::origin).orElse(""), limit(criteria
					.adcMinimum()), limit(criteria.adcMaximum()), criteria.minimumVolume(), criteria.connectivity().key(), volume
						.looked(), volume.covered()));
		return ResultTable.builder(title, headers.toArray(String[]::new)).row(row.toArray()).build();
	}

	private static Object limit(final double value) {
		return Double.isInfinite(value) ? "" : (Object) value;
	}

	/** One row for each focus, by its number in the label mask. */
	public static ResultTable ofFoci(final String title, final DiffusionVolume volume) {
		final ResultTable.Builder table = ResultTable.builder(title, "Focus", "Image", "Voxels", "NaN voxels", "Volume (ml)",
			"Mean" + UNIT);
		for (final LesionFocus focus : volume.foci())
			table.row(focus.label(), focus.station(), focus.voxels(), focus.nan(), focus.volume(), focus.adc());
		return table.build();
	}
}
