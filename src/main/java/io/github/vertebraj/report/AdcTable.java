package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.List;

import io.github.vertebraj.diffusion.AdcMeasurement;
import io.github.vertebraj.diffusion.AdcUnit;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.interpretation.LesionClass;
import io.github.vertebraj.reading.RegionName;
import io.github.vertebraj.reading.Site;

/** One row per region of the ADC measured in it. The headers are public: macros read columns by them. */
public final class AdcTable {

	private static final String UNIT = " (" + AdcUnit.MILLI.key() + ")";
	private static final int[] PERCENTILES = { 5, 10, 25, 75, 90, 95 };

	private AdcTable() {}

	/**
	 * @param title        of the table
	 * @param image        what was measured
	 * @param geometry     gives the volume
	 * @param method       the fit, or what stands in its place for a map
	 * @param cutoff       of the lesion rule, in 10⁻³ mm²/s
	 * @param measurements one for each row
	 */
	public static ResultTable of(final String title, final String image, final Geometry geometry, final String method,
		final double cutoff, final List<AdcMeasurement> measurements)
	{
		final ResultTable.Builder table = ResultTable.builder(title, headers(measurements.get(0)).toArray(String[]::new));
		for (final AdcMeasurement measurement : measurements)
			table.row(row(image, geometry, method, cutoff, measurement).toArray());
		return table.build();
	}

	private static List<String> headers(final AdcMeasurement first) {
		final List<String> headers = new ArrayList<>(List.of("Image", "Region", "Level", "Site", "Slices", "Voxels",
			"NaN voxels", "Negative voxels", "Volume (ml)", "Estimate", "Fit", "ADC" + UNIT, "Mean" + UNIT, "SD" + UNIT,
			"Median" + UNIT, "Min" + UNIT, "Max" + UNIT));
		for (final int p : PERCENTILES)
			headers.add("P" + p + UNIT);
		for (final AdcMeasurement.Signal signal : first.signals())
			headers.add("Signal b=" + number(signal.b()));
		headers.addAll(List.of("R^2", "Cut-off" + UNIT, "Class", "Rule"));
		return headers;
	}

	private static List<Object> row(final String image, final Geometry geometry, final String method,
		final double cutoff, final AdcMeasurement measured)
	{
		final RegionName name = RegionName.parse(measured.region().name());
		final RegionStatistics map = measured.map();
		final List<Object> row = new ArrayList<>(List.of(image, name.text(), name.level(), name.site().map(Site::name)
			.orElse(""), SliceNumbers.text(measured.region().slices()), map.voxels(), map.nan(), map.negative(), map.voxels() *
				geometry.voxelVolume(), measured.estimate().key(), method, measured.adc(), map.mean(), map.sd(), map.median(),
			map.min(), map.max()));
		for (final int p : PERCENTILES)
			row.add(map.percentile(p));
		for (final AdcMeasurement.Signal signal : measured.signals())
			row.add(signal.mean());
		final LesionClass lesionClass = name.isLesion() ? LesionClass.ofLesion(measured.adc(), cutoff) : LesionClass
			.notApplicable(cutoff);
		row.addAll(List.of(measured.rSquared(), cutoff, lesionClass.outcome().text(), lesionClass.ruleId()));
		return row;
	}

	private static String number(final double b) {
		return b == Math.rint(b) ? Long.toString((long) b) : Double.toString(b);
	}
}
