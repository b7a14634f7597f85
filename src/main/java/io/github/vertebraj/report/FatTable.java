package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.fatfraction.FatMeasurement;
import io.github.vertebraj.fatfraction.FatOfRegions;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.interpretation.CutOffClass;
import io.github.vertebraj.interpretation.ReferenceRule;
import io.github.vertebraj.reading.RegionName;
import io.github.vertebraj.reading.Site;

/**
 * One row per region of the fat measured in it. The headers are public: macros read columns by them. Each column of a fat
 * fraction names its definition, as {@code Mean FF F/(W+F) (%)}. What the image cannot tell is an empty cell; what it
 * could, but not in this region, is NaN.
 */
public final class FatTable {

	/** The quantities of rules that the table knows. */
	public static final String DROPOUT = "dropout";
	public static final String RATIO = "SIR";

	private static final int[] PERCENTILES = { 10, 25, 75, 90 };

	private FatTable() {}

	/**
	 * @param title    of the table
	 * @param image    what was measured
	 * @param geometry gives the volume
	 * @param fat      the measurements, one for each row
	 * @param rule     a cut-off of dropout or SIR that lesions are classed by
	 * @throws IllegalArgumentException when there is a rule, but no in- and opposed-phase signal
	 */
	public static ResultTable of(final String title, final String image, final Geometry geometry, final FatOfRegions fat,
		final Optional<ReferenceRule> rule)
	{
		if (rule.isPresent() && fat.measurements().get(0).inOpposed().isEmpty()) throw new IllegalArgumentException(
			"The cut-off " + rule.get().id() + " is for the " + rule.get().quantity() + ", but '" + image +
				"' has no in- and opposed-phase signals: leave preset at none");
		final ResultTable.Builder table = ResultTable.builder(title, headers(fat).toArray(String[]::new));
		for (final FatMeasurement measured : fat.measurements())
			table.row(row(image, geometry, fat.model(), measured, rule).toArray());
		return table.build();
	}

	private static List<String> headers(final FatOfRegions fat) {
		final String unit = " FF " + fat.definition() + " (%)";
		final List<String> headers = new ArrayList<>(List.of("Image", "Region", "Level", "Site", "Slices", "Voxels",
			"NaN voxels", "Out-of-range voxels", "Ambiguous voxels", "Volume (ml)", "Model", "Mean" + unit, "SD" + unit,
			"Median" + unit));
		for (final int p : PERCENTILES)
			headers.add("P" + p + unit);
		headers.addAll(List.of("FF of mean signals " + fat.definition() + " (%)", "Mean water", "Mean fat", "Mean R2* (1/s)",
			"SD R2* (1/s)", "Dropout (%)", "SIR", "OP > IP voxels"));
		for (final FatMeasurement.Signal signal : fat.measurements().get(0).signals())
			headers.add("Signal " + signal.name());
		headers.addAll(List.of("Class", "Rule", "Rule says"));
		return headers;
	}

	private static List<Object> row(final String image, final Geometry geometry, final String model,
		final FatMeasurement measured, final Optional<ReferenceRule> rule)
	{
		final RegionName name = RegionName.parse(measured.region().name());
		final RegionStatistics map = measured.map();
		final List<Object> row = new ArrayList<>(List.of(image, name.text(), name.level(), name.site().map(Site::name)
			.orElse(""), SliceNumbers.text(measured.region().slices()), map.voxels(), map.nan(), measured.outOfRange(),
			measured.ambiguous().isPresent() ? measured.ambiguous().getAsLong() : "", map.voxels() * geometry.voxelVolume(),
			model, map.mean(), map.sd(), map.median()));
		for (final int p : PERCENTILES)
			row.add(map.percentile(p));
		row.addAll(measured.waterFat().map(means -> List.<Object> of(means.percent(), means.water(), means.fat())).orElse(
			empty(3)));
		row.addAll(measured.r2Star().map(decay -> List.<Object> of(decay.mean(), decay.sd())).orElse(empty(2)));
		row.addAll(measured.inOpposed().map(signals -> List.<Object> of(signals.dropout(), signals.ratio(), signals
			.opposedBrighter())).orElse(empty(3)));
		for (final FatMeasurement.Signal signal : measured.signals())
			row.add(signal.mean());
		row.addAll(rule.map(known -> List.<Object> of(CutOffClass.of(known, name.isLesion(), value(known, measured.inOpposed()
			.orElseThrow())).text(), known.id(), known.told())).orElse(empty(3)));
		return row;
	}

	private static double value(final ReferenceRule rule, final FatMeasurement.InOpposed signals) {
		return switch (rule.quantity()) {
			case DROPOUT -> signals.dropout();
			case RATIO -> signals.ratio();
			default -> throw new IllegalArgumentException("The rule " + rule.id() + " is for the " + rule.quantity() +
				", but those of this table are for " + DROPOUT + " or " + RATIO);
		};
	}

	private static List<Object> empty(final int cells) {
		return Collections.nCopies(cells, "");
	}
}
