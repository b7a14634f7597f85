package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.List;

import io.github.vertebraj.image.Discretisation;
import io.github.vertebraj.image.HistogramFeature;
import io.github.vertebraj.image.IntensityFeature;
import io.github.vertebraj.image.IntensityFeatures;
import io.github.vertebraj.image.IntensityHistogram;
import io.github.vertebraj.reading.RegionName;
import io.github.vertebraj.reading.Site;

/**
 * One row for each region and frame of first-order features, by their names and codes in the standard:
 * {@code Mean intensity Q4LE (10^-3 mm^2/s)}. The headers are public: macros read columns by them.
 */
public final class FeatureTable {

	private FeatureTable() {}

	/**
	 * @param title of the table
	 * @param image what was measured
	 * @param unit  of its real values; may be empty
	 * @param rule  how the histograms were made
	 */
	public static ResultTable of(final String title, final String image, final String unit, final Discretisation rule,
		final List<FeatureRow> rows)
	{
		final ResultTable.Builder table = ResultTable.builder(title, headers(unit).toArray(String[]::new));
		for (final FeatureRow row : rows)
			table.row(cells(image, rule, row).toArray());
		return table.build();
	}

	private static List<String> headers(final String unit) {
		final List<String> headers = new ArrayList<>(List.of("Image", "Region", "Level", "Site", "Slices", "Frame", "Voxels",
			"NaN voxels"));
		for (final IntensityFeature feature : IntensityFeature.values())
			headers.add(header(feature.title() + " " + feature.code(), feature.unit(unit)));
		headers.addAll(List.of("Discretisation", header("Bin width", unit), header("Bin origin", unit), "Bins"));
		for (final HistogramFeature feature : HistogramFeature.values())
			headers.add(header(feature.title() + " " + feature.code(), feature == HistogramFeature.ENTROPY ? "bit" : ""));
		return headers;
	}

	private static String header(final String name, final String unit) {
		return unit.isEmpty() ? name : name + " (" + unit + ")";
	}

	private static List<Object> cells(final String image, final Discretisation rule, final FeatureRow row) {
		final RegionName name = RegionName.parse(row.region().name());
		final IntensityFeatures features = row.features();
		final IntensityHistogram histogram = features.histogram();
		final List<Object> cells = new ArrayList<>(List.of(image, name.text(), name.level(), name.site().map(Site::name)
			.orElse(""), SliceNumbers.text(row.region().slices()), row.frame(), features.voxels(), features.nan()));
		for (final IntensityFeature feature : IntensityFeature.values())
			cells.add(feature.of(features));
		cells.addAll(List.of(rule.method().key(), histogram.width(), histogram.origin(), histogram.bins()));
		for (final HistogramFeature feature : HistogramFeature.values())
			cells.add(feature.of(histogram));
		return cells;
	}
}
