package io.github.vertebraj.report;

import java.util.List;

import io.github.vertebraj.reading.RegionName;
import io.github.vertebraj.reading.Site;

/** One row for each region and frame: mean and SD. The headers are public: macros read columns by them. */
public final class NoiseTable {

	private NoiseTable() {}

	/**
	 * @param title of the table
	 * @param image what was measured
	 * @param unit  of its real values; may be empty
	 */
	public static ResultTable of(final String title, final String image, final String unit, final List<NoiseRow> rows) {
		final String end = unit.isEmpty() ? "" : " (" + unit + ")";
		final ResultTable.Builder table = ResultTable.builder(title, "Image", "Region", "Level", "Site", "Slices", "Frame",
			"Energy (keV)", "Voxels", "NaN voxels", "Mean" + end, "SD" + end);
		for (final NoiseRow row : rows) {
			final RegionName name = RegionName.parse(row.region().name());
			table.row(image, name.text(), name.level(), name.site().map(Site::name).orElse(""), SliceNumbers.text(row.region()
				.slices()), row.frame(), row.energy().isPresent() ? (Object) row.energy().getAsDouble() : "", row.statistics()
					.voxels(), row.statistics().nan(), row.statistics().mean(), row.statistics().sd());
		}
		return table.build();
	}
}
