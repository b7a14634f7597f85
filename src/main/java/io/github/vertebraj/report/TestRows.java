package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.report.TestTable.Row;
import io.github.vertebraj.statistics.Keyed;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.comparison.Comparison;
import io.github.vertebraj.statistics.PAdjustment;

/**
 * Tests of several measures as rows of a table. The tests of all groups are one family of hypotheses, and each measure's
 * tests of two groups another: p-values are adjusted within their family.
 *
 * @param comparison which test
 * @param adjustment of the p-values of a family
 * @param pairwise   whether each two groups of three or more are compared too
 */
public record TestRows(Comparison comparison, PAdjustment adjustment, Pairwise pairwise) {

	/** Which groups are compared. */
	public enum Pairwise implements Keyed {

		NONE("none"), ALL_PAIRS("all pairs");

		private final String key;

		Pairwise(final String key) {
			this.key = key;
		}

		@Override
		public String key() {
			return key;
		}
	}

	/**
	 * Runs the tests: each measure's test of all groups, followed by those of its pairs.
	 *
	 * @throws IllegalArgumentException naming the measure, if a test refuses its data
	 */
	public List<Row> of(final List<Measure> measures, final DoubleConsumer progress) {
		final List<Row> overall = new ArrayList<>();
		final List<List<Row>> pairs = new ArrayList<>();
		for (int i = 0; i < measures.size(); i++) {
			final Measure measure = measures.get(i);
			final double done = i;
			final DoubleConsumer part = of -> progress.accept((done + of) / measures.size());
			try {
				overall.add(row(measure, measure.observations().names(), comparison.run(measure.observations(), part)));
				pairs.add(adjusted(pairRows(measure, part)));
			}
			catch (final IllegalArgumentException e) {
				throw new IllegalArgumentException(measure.name() + ": " + e.getMessage(), e);
			}
		}
		final List<Row> adjusted = adjusted(overall);
		final List<Row> rows = new ArrayList<>();
		for (int i = 0; i < measures.size(); i++) {
			rows.add(adjusted.get(i));
			rows.addAll(pairs.get(i));
		}
		return rows;
	}

	private List<Row> pairRows(final Measure measure, final DoubleConsumer progress) {
		if (pairwise == Pairwise.NONE || measure.observations().names().size() < 3) return List.of();
		return comparison.runPairs(measure.observations(), progress).stream().map(pair -> row(measure, pair.names(), pair
			.summary())).toList();
	}

	private static Row row(final Measure measure, final List<String> names, final TestSummary summary) {
		return new Row(measure.name(), names, summary, measure.missing(), Double.NaN, "", measure.notes());
	}

	private List<Row> adjusted(final List<Row> family) {
		if (adjustment == PAdjustment.NONE) return family;
		final double[] adjusted = adjustment.adjust(family.stream().mapToDouble(row -> row.summary().pValue()).toArray());
		final String name = adjustment.key() + ", " + family.size() + (family.size() == 1 ? " test" : " tests");
		final List<Row> rows = new ArrayList<>();
		for (int i = 0; i < adjusted.length; i++) {
			final Row row = family.get(i);
			rows.add(new Row(row.measure(), row.groups(), row.summary(), row.missing(), adjusted[i], name, row.notes()));
		}
		return rows;
	}
}
