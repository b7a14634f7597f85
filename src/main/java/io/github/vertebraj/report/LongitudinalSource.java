package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which columns of tables of two times or more belong together.
 *
 * @param measures names of columns of numbers, separated by commas
 * @param region   name of the column that tells what was measured
 * @param subject  name of the column that tells whose it is; without it both tables are of one patient
 * @param date     name of the column of dates, as {@code 2026-11-21}; without it the tables are the times
 * @param keep     names of columns that are carried over, separated by commas
 * @param limits   repeatability coefficient of each measure, in its unit; may be none
 * @param facts    what else is known of the subjects, carried over too
 */
public record LongitudinalSource(String measures, String region, Optional<String> subject, Optional<String> date,
	Optional<String> keep, List<OptionalDouble> limits, Optional<SubjectFacts> facts)
{

	private static final String BEFORE = "before";
	private static final String AFTER = "after";

	/** What a region of a subject is joined by. */
	record Place(String subject, String region) {}

	/**
	 * What was measured at one time.
	 *
	 * @param time   a date, or the name of the table
	 * @param values one for each measure, NaN where missing
	 * @param kept   one text for each column that is carried over
	 */
	record Visit(String time, double[] values, List<String> kept) {}

	/**
	 * The measurements of each place in the order of time.
	 *
	 * @param times of each subject, in their order; the first is what later ones are compared with
	 */
	record Visits(List<String> measures, List<String> kept, Map<Place, List<Visit>> places,
		Map<String, List<String>> times)
	{}

	public LongitudinalSource {
		limits = List.copyOf(limits);
	}

	/**
	 * Reads the tables, the earlier one first.
	 *
	 * @throws IllegalArgumentException naming table, column and row, if a region stands twice at one time, a date cannot be
	 *                                  read or is missing, a measure is not in the same unit, or there are not as many
	 *                                  limits as measures
	 */
	Visits read(final List<DataTable> tables) {
		final Map<Place, List<Visit>> places = new LinkedHashMap<>();
		final List<String> names = tables.get(0).columns(measures).stream().map(DataColumn::name).toList();
		for (final DataTable table : tables)
			refuseOtherUnits(tables.get(0).title(), names, table);
		if (!limits.isEmpty() && limits.size() != names.size()) throw new IllegalArgumentException("limit must have one number" +
			" for each of the " + names.size() + " measures, but has " + limits.size());
		for (int i = 0; i < tables.size(); i++)
			read(tables.get(i), i == 0 ? BEFORE : AFTER, places);
		if (date.isPresent()) places.values().forEach(visits -> visits.sort((a, b) -> a.time().compareTo(b.time())));
		places.forEach(this::refuseTwice);
		final List<String> kept = new ArrayList<>(keep.map(text -> tables.get(0).columns(text).stream().map(
			DataColumn::name).toList()).orElse(List.of()));
		facts.ifPresent(known -> kept.addAll(known.headers()));
		return new Visits(names, kept, places, times(places));
	}

	private Map<String, List<String>> times(final Map<Place, List<Visit>> places) {
		final Map<String, Set<String>> times = new LinkedHashMap<>();
		places.forEach((place, visits) -> {
			final Set<String> own = times.computeIfAbsent(place.subject(), key -> new TreeSet<>());
			if (date.isPresent()) visits.forEach(visit -> own.add(visit.time()));
		});
		final Map<String, List<String>> lists = new LinkedHashMap<>();
		times.forEach((key, own) -> lists.put(key, date.isPresent() ? List.copyOf(own) : List.of(BEFORE, AFTER)));
		return lists;
	}

	/** A unit that is left out in the parameter could be another one in another table. */
	private void refuseOtherUnits(final String title, final List<String> names, final DataTable table) {
		final List<String> others = table.columns(measures).stream().map(DataColumn::name).toList();
		for (int i = 0; i < names.size(); i++)
			if (!names.get(i).equalsIgnoreCase(others.get(i))) throw new IllegalArgumentException("The measure '" + names.get(i) +
				"' of '" + title + "' is '" + others.get(i) + "' in '" + table.title() + "'; measure both in the same unit");
	}

	private void read(final DataTable table, final String name, final Map<Place, List<Visit>> places) {
		final List<double[]> values = table.columns(measures).stream().map(DataColumn::numbers).toList();
		final DataColumn regions = table.column(region);
		final Optional<DataColumn> subjects = subject.map(table::column);
		final Optional<DataColumn> dates = date.map(table::column);
		final List<DataColumn> kept = keep.map(table::columns).orElse(List.of());
		for (int i = 0; i < table.rowCount(); i++) {
			final int row = i;
			final Place place = new Place(subjects.map(column -> text(column, row)).orElse(""), text(regions, row));
			places.computeIfAbsent(place, key -> new ArrayList<>()).add(new Visit(dates.map(column -> day(column, row)).orElse(
				name), values.stream().mapToDouble(column -> column[row]).toArray(), cells(place, kept, row)));
		}
	}

	private List<String> cells(final Place place, final List<DataColumn> kept, final int row) {
		final List<String> cells = new ArrayList<>(kept.stream().map(column -> column.texts().get(row)).toList());
		facts.ifPresent(known -> cells.addAll(known.of(place.subject())));
		return cells;
	}

	private static String text(final DataColumn column, final int row) {
		if (column.isMissing(row)) throw new IllegalArgumentException("Column '" + column.name() + "', " + column.place(row) +
			", is empty, but rows are joined by it");
		return column.texts().get(row);
	}

	/** Dates of this form sort as texts. */
	private static String day(final DataColumn column, final int row) {
		final String text = text(column, row);
		if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) throw new IllegalArgumentException("'" + text + "' in column '" + column
			.name() + "', " + column.place(row) + ", is not a date such as 2026-11-21");
		return text;
	}

	private void refuseTwice(final Place place, final List<Visit> visits) {
		final Map<String, Visit> seen = new HashMap<>();
		for (final Visit visit : visits)
			if (seen.put(visit.time(), visit) != null) throw new IllegalArgumentException("'" + place.region() + "'" + (place
				.subject().isEmpty() ? "" : " of '" + place.subject() + "'") + " stands twice at the time '" + visit.time() +
				"'; leave one row for each" + (subject.isEmpty() ? ", or give subject, the column of the patient" : ""));
	}
}
