package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.vertebraj.dualenergy.CnrDefinition;

/**
 * One row for each target, frame and image: what was compared, both CT numbers, and the contrast-to-noise ratio by each
 * definition. The headers are public: macros read columns by them.
 */
public final class CnrTable {

	private static final List<String> PLACE = List.of("Patient", "Image", "Image type", "Energy (keV)", "Filter", "Level",
		"Pair");
	private static final List<String> SIDE = List.of("", " voxels", " NaN voxels", " mean (HU)", " SD (HU)");

	private CnrTable() {}

	/** The header of a ratio. */
	static String header(final CnrDefinition definition) {
		return "CNR (" + definition.key() + ")";
	}

	/** @param title of the table */
	public static ResultTable of(final String title, final List<CnrRow> rows) {
		final Stream<String> sides = Stream.of("Reference", "Target").flatMap(side -> SIDE.stream().map(side::concat));
		final Stream<String> ratios = Arrays.stream(CnrDefinition.values()).map(CnrTable::header);
		final ResultTable.Builder table = ResultTable.builder(title, Stream.of(PLACE.stream(), sides, Stream.of(
			"Contrast (HU)"), ratios, Stream.of("Note")).flatMap(part -> part).toArray(String[]::new));
		rows.forEach(row -> table.row(cells(row)));
		return table.build();
	}

	/** What levels lack to be compared, each once, and in how many patients of several. */
	public static List<String> missing(final List<CnrRow> rows) {
		final Map<String, Set<String>> patients = new LinkedHashMap<>();
		for (final CnrRow row : rows)
			if (row.reference().isEmpty()) patients.computeIfAbsent(row.note(), note -> new LinkedHashSet<>()).add(row.source()
				.patient());
		return patients.entrySet().stream().map(entry -> entry.getKey() + (entry.getValue().contains("") ? "" : " (" +
			entry.getValue().size() + (entry.getValue().size() == 1 ? " patient)" : " patients)"))).toList();
	}

	private static Object[] cells(final CnrRow row) {
		final CnrRow.Source source = row.source();
		final List<Object> cells = new ArrayList<>(List.of(source.patient(), source.image(), source.type(), source.keV()
			.isPresent() ? source.keV().getAsDouble() : "", source.filter(), row.level(), row.pair()));
		cells.addAll(side(row.reference()));
		cells.addAll(side(row.target()));
		final boolean isMissing = row.reference().isEmpty();
		cells.add(isMissing ? "" : row.contrast());
		for (final CnrDefinition definition : CnrDefinition.values())
			cells.add(isMissing ? "" : row.cnr(definition));
		cells.add(row.note());
		return cells.toArray();
	}

	private static List<Object> side(final Optional<CnrRow.Side> side) {
		return side.<List<Object>> map(given -> List.of(given.region(), given.statistics().voxels(), given.statistics().nan(),
			given.statistics().mean(), given.statistics().sd())).orElse(List.of("", "", "", "", ""));
	}
}
