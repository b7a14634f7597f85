package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.vertebraj.statistics.regression.Predictor;

/** The rows of a table as the cases of a logistic regression: those that have the outcome and all predictors. */
public final class LogisticCases {

	private final DataColumn outcome;
	private final String event;
	private final int[] rows;
	private final boolean[] events;
	private final List<Predictor> predictors;
	private final List<String> notes;

	private LogisticCases(final DataColumn outcome, final String event, final int[] rows, final boolean[] events,
		final List<Predictor> predictors, final List<String> notes)
	{
		this.outcome = outcome;
		this.event = event;
		this.rows = rows;
		this.events = events;
		this.predictors = predictors;
		this.notes = List.copyOf(notes);
	}

	/**
	 * Reads the cases. A row without the outcome or a predictor is left out and counted.
	 *
	 * @param positive the value of the outcome that is the event; all others are none
	 * @throws IllegalArgumentException if the outcome has no such value or no other, is a predictor too, no rows are
	 *                                  left, or all that are have the same outcome; and where predictors cannot be read
	 */
	public static LogisticCases of(final DataColumn outcome, final String positive, final PredictorColumns predictors) {
		final List<DataColumn> columns = predictors.columns();
		if (columns.contains(outcome)) throw new IllegalArgumentException("The outcome '" + outcome.name() +
			"' is named as a predictor too; leave it out there");
		final boolean[] isPositive = RocCases.positives(outcome, positive);
		final int[] rows = IntStream.range(0, isPositive.length).filter(row -> !outcome.isMissing(row) && columns.stream()
			.noneMatch(column -> column.isMissing(row))).toArray();
		final String missing = missing(outcome, columns);
		if (rows.length == 0) throw new IllegalArgumentException("No row has the outcome and all predictors: missing are " +
			missing + " of " + isPositive.length + " rows; leave predictors out");
		final boolean[] events = new boolean[rows.length];
		for (int i = 0; i < rows.length; i++)
			events[i] = isPositive[rows[i]];
		final LogisticCases cases = new LogisticCases(outcome, positive.strip(), rows, events, predictors.predictors(rows),
			notes(outcome, positive.strip(), rows.length, missing));
		if (cases.eventCount() == 0 || cases.eventCount() == rows.length) throw new IllegalArgumentException("Of the " +
			rows.length + " rows that have all values, " + (cases.eventCount() == 0 ? "none" : "each") + " has '" + outcome
				.name() + "' = '" + cases.event() + "'; a regression needs both outcomes");
		return cases;
	}

	/** In which columns how many values are missing; empty if none are. */
	private static String missing(final DataColumn outcome, final List<DataColumn> predictors) {
		return Stream.concat(Stream.of(outcome), predictors.stream()).filter(column -> column.missing() > 0).map(
			column -> "'" + column.name() + "' in " + column.missing()).collect(Collectors.joining(", "));
	}

	private static List<String> notes(final DataColumn outcome, final String event, final int cases,
		final String missing)
	{
		final List<String> notes = new ArrayList<>();
		final int rows = outcome.texts().size();
		if (outcome.levels().size() > 2) notes.add("The outcome '" + outcome.name() + "' has " + outcome.levels().size() +
			" values: all but '" + event + "' count as no event.");
		if (!missing.isEmpty()) notes.add((rows - cases) + " of " + rows + " rows are left out, as values are missing: " +
			missing + ".");
		return notes;
	}

	/** The column of the outcome. */
	public DataColumn outcome() {
		return outcome;
	}

	/** The value of the outcome that is the event. */
	public String event() {
		return event;
	}

	/** The rows of the table that are the cases, from 0. */
	public int[] rows() {
		return rows.clone();
	}

	/** Whether each case has the event. */
	public boolean[] events() {
		return events.clone();
	}

	/** How many cases have the event. */
	public int eventCount() {
		return (int) IntStream.range(0, events.length).filter(i -> events[i]).count();
	}

	/** Rows that were left out because a value is missing. */
	public int missing() {
		return outcome.texts().size() - rows.length;
	}

	public List<Predictor> predictors() {
		return predictors;
	}

	/** @throws IllegalArgumentException if there is none of that name */
	public Predictor predictor(final String name) {
		return predictors.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("No predictor '" + name + "' among " + predictors));
	}

	/** What a reader should know, a sentence each. */
	public List<String> notes() {
		return notes;
	}

	@Override
	public String toString() {
		return "LogisticCases[" + outcome.name() + " = " + event + ", " + rows.length + " cases, " + predictors + "]";
	}
}
