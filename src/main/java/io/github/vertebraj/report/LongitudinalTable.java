package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.vertebraj.interpretation.Change;
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
	private final List<String> notes;

	/** @throws IllegalArgumentException as {@link LongitudinalSource#read} */
	public LongitudinalTable(final LongitudinalSource source, final List<DataTable> tables) {
		visits = source.read(tables);
		notes = source.facts().map(facts -> facts.notes(visits.times().keySet())).orElse(List.of());
		limits = source.limits().isEmpty() ? visits.measures().stream().map(measure -> OptionalDouble.empty()).toList() : source
			.limits();
	}

	/** What a user should know of the tables, a sentence each. */
	public List<String> notes() {
		return notes;
	}

	/**
	 * One row per region and each time of its subject after the first. What was measured at one of the two times alone is
	 * listed as {@code only} that time.
	 */
	public ResultTable regions(final String title) {
		final ResultTable.Builder table = ResultTable.builder(title, headers(List.of("Region", "Status"), false).toArray(
			String[]::new));
		visits.places().forEach((place, own) -> {
			for (final List<String> pair : pairs(place.subject())) {
				final Optional<Visit> before = at(own, pair.get(0));
				final Optional<Visit> after = at(own, pair.get(1));
				if (before.isEmpty() && after.isEmpty()) continue;
				final String status = before.isPresent() && after.isPresent() ? "matched" : "only " + pair.get(before.isPresent() ? 0
					: 1);
				table.row(row(List.of(place.subject(), place.region(), status), before.orElse(none(pair.get(0), after)), after
					.orElse(none(pair.get(1), before)), Optional.empty()).toArray());
			}
		});
		return table.build();
	}

	/**
	 * One row per subject and each time after the first: the means over the regions that were measured at both. A region
	 * that is not measurable at one of the times counts at none, so that each measure tells its own number of regions beside
	 * that of all; a subject without any such region is listed with 0.
	 */
	public ResultTable overall(final String title) {
		final ResultTable.Builder table = ResultTable.builder(title, headers(List.of("Regions"), true).toArray(
			String[]::new));
		for (final String subject : visits.times().keySet()) {
			final List<List<Visit>> places = visits.places().entrySet().stream().filter(entry -> entry.getKey().subject().equals(
				subject)).map(Map.Entry::getValue).toList();
			for (final List<String> pair : pairs(subject)) {
				final List<Visit[]> both = new ArrayList<>();
				for (final List<Visit> own : places)
					at(own, pair.get(0)).ifPresent(before -> at(own, pair.get(1)).ifPresent(after -> both.add(new Visit[] { before,
						after })));
				final Optional<Visit> any = Optional.of(places.get(0).get(0));
				table.row(row(List.of(subject, both.size()), both.isEmpty() ? none(pair.get(0), any) : mean(both, 0), both.isEmpty()
					? none(pair.get(1), any) : mean(both, 1), Optional.of(both)).toArray());
			}
		}
		return table.build();
	}

	/** The first time with each later one; with nothing if there is none. */
	private List<List<String>> pairs(final String subject) {
		final List<String> times = visits.times().get(subject);
		if (times.size() == 1) return List.of(List.of(times.get(0), ""));
		return times.stream().skip(1).map(later -> List.of(times.get(0), later)).toList();
	}

	private static Optional<Visit> at(final List<Visit> own, final String time) {
		return own.stream().filter(visit -> visit.time().equals(time)).findFirst();
	}

	/** Nothing was measured: NaN. What is carried over is that of the other time. */
	private Visit none(final String time, final Optional<Visit> other) {
		final double[] values = new double[limits.size()];
		Arrays.fill(values, Double.NaN);
		return new Visit(time, values, other.map(Visit::kept).orElse(List.of()));
	}

	private List<String> headers(final List<String> own, final boolean counted) {
		final List<String> headers = new ArrayList<>(List.of("Subject"));
		headers.addAll(own);
		headers.addAll(List.of("From", "To"));
		for (int i = 0; i < limits.size(); i++) {
			final String measure = visits.measures().get(i);
			headers.addAll(List.of(header(measure, "before"), header(measure, "after"), header(measure, "change"), name(measure) +
				" relative change (%)"));
			if (counted) headers.add(name(measure) + " regions");
			if (limits.get(i).isPresent()) headers.addAll(List.of(header(measure, "repeatability limit"), name(measure) +
				" against limit"));
		}
		for (final String kept : visits.kept())
			if (headers.contains(kept)) throw new IllegalArgumentException("The column '" + kept + "' is to be carried over, but" +
				" the result has one of this name: name others as keep");
		headers.addAll(visits.kept());
		return headers;
	}

	/** The unit stays at the end. */
	private static String header(final String measure, final String word) {
		return name(measure) + " " + word + measure.substring(name(measure).length());
	}

	private static String name(final String measure) {
		final int unit = measure.endsWith(")") ? measure.lastIndexOf(" (") : -1;
		return unit < 0 ? measure : measure.substring(0, unit);
	}

	/** @param averaged the pairs behind the values, if these are means */
	private List<Object> row(final List<Object> start, final Visit before, final Visit after,
		final Optional<List<Visit[]>> averaged)
	{
		final List<Object> row = new ArrayList<>(start);
		row.addAll(List.of(before.time(), after.time()));
		for (int i = 0; i < limits.size(); i++) {
			final Change change = new Change(before.values()[i], after.values()[i]);
			row.addAll(List.of(change.before(), change.after(), change.absolute(), change.percent()));
			final int measure = i;
			averaged.ifPresent(pairs -> row.add((int) measurable(pairs, measure).count()));
			if (limits.get(i).isPresent()) row.addAll(List.of(limits.get(i).getAsDouble(), change.against(limits.get(i))));
		}
		row.addAll(before.kept());
		return row;
	}

	private Visit mean(final List<Visit[]> pairs, final int time) {
		final double[] means = IntStream.range(0, limits.size()).mapToDouble(i -> measurable(pairs, i).mapToDouble(
			pair -> pair[time].values()[i]).average().orElse(Double.NaN)).toArray();
		return new Visit(pairs.get(0)[time].time(), means, pairs.get(0)[0].kept());
	}

	private static Stream<Visit[]> measurable(final List<Visit[]> pairs, final int measure) {
		return pairs.stream().filter(pair -> !Double.isNaN(pair[0].values()[measure] + pair[1].values()[measure]));
	}
}
