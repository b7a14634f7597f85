package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import io.github.vertebraj.interpretation.Change;
import io.github.vertebraj.report.LongitudinalSource.Place;
import io.github.vertebraj.report.LongitudinalSource.Visit;
import io.github.vertebraj.report.LongitudinalSource.Visits;

/**
 * What became of measures over time: one row per region and later time, and one per subject over its regions. Regions
 * that were measured once only are listed too. The headers are public: macros read columns by them, and those of a change
 * are scores for {@code ROC Analysis...}.
 */
public final class LongitudinalTable {

	private final Visits visits;
	private final List<OptionalDouble> limits;

	/** @throws IllegalArgumentException as {@link LongitudinalSource#read} */
	public LongitudinalTable(final LongitudinalSource source, final List<DataTable> tables) {
		visits = source.read(tables);
		limits = source.limits().isEmpty() ? visits.measures().stream().map(measure -> OptionalDouble.empty()).toList() : source
			.limits();
	}

	/** One row per region and each time after its first. */
	public ResultTable regions(final String title) {
		final ResultTable.Builder table = ResultTable.builder(title, headers("Region", "Status").toArray(String[]::new));
		visits.places().forEach((place, times) -> {
			if (times.size() == 1) table.row(single(place, times.get(0)).toArray());
			for (final Visit later : times.subList(1, times.size()))
				table.row(row(List.of(place.subject(), place.region(), "matched"), times.get(0), later).toArray());
		});
		return table.build();
	}

	/**
	 * One row per subject and each time after the first: the means over the regions that were measured at both.
	 * A region that is not measurable at one of the times counts at none.
	 */
	public ResultTable overall(final String title) {
		final ResultTable.Builder table = ResultTable.builder(title, headers("Regions").toArray(String[]::new));
		final Map<List<String>, List<Visit[]>> pairs = new LinkedHashMap<>();
		visits.places().forEach((place, times) -> times.subList(1, times.size()).forEach(later -> pairs.computeIfAbsent(List.of(
			place.subject(), times.get(0).time(), later.time()), key -> new ArrayList<>()).add(new Visit[] { times.get(0),
				later })));
		pairs.forEach((key, both) -> table.row(row(List.of(key.get(0), both.size()), mean(both, 0), mean(both, 1)).toArray()));
		return table.build();
	}

	private List<String> headers(final String... own) {
		final List<String> headers = new ArrayList<>(List.of("Subject"));
		headers.addAll(Arrays.asList(own));
		headers.addAll(List.of("From", "To"));
		for (int i = 0; i < limits.size(); i++) {
			final String measure = visits.measures().get(i);
			headers.addAll(List.of(measure + " before", measure + " after", measure + " change", measure + " change in %"));
			if (limits.get(i).isPresent()) headers.addAll(List.of(measure + " repeatability limit", measure +
				" against limit"));
		}
		headers.addAll(visits.kept());
		return headers;
	}

	private List<Object> row(final List<Object> start, final Visit before, final Visit after) {
		final List<Object> row = new ArrayList<>(start);
		row.addAll(List.of(before.time(), after.time()));
		for (int i = 0; i < limits.size(); i++) {
			final Change change = new Change(before.values()[i], after.values()[i]);
			row.addAll(List.of(change.before(), change.after(), change.absolute(), change.percent()));
			if (limits.get(i).isPresent()) row.addAll(List.of(limits.get(i).getAsDouble(), change.against(limits.get(i))));
		}
		row.addAll(before.kept());
		return row;
	}

	/** What was not measurable or measured at the other time is NaN. */
	private List<Object> single(final Place place, final Visit only) {
		final boolean isAfter = only.time().equals("after");
		final Visit none = new Visit("", Arrays.stream(only.values()).map(value -> Double.NaN).toArray(), only.kept());
		return row(List.of(place.subject(), place.region(), isAfter ? "only after" : "only " + only.time()), isAfter ? none
			: only, isAfter ? only : none);
	}

	private Visit mean(final List<Visit[]> pairs, final int time) {
		final double[] means = IntStream.range(0, limits.size()).mapToDouble(i -> pairs.stream().filter(pair -> !Double.isNaN(
			pair[0].values()[i] + pair[1].values()[i])).mapToDouble(pair -> pair[time].values()[i]).average().orElse(
				Double.NaN)).toArray();
		return new Visit(pairs.get(0)[time].time(), means, pairs.get(0)[0].kept());
	}
}
