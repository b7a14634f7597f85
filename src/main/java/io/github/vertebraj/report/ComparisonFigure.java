package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.report.chart.BoxPlotFigure;
import io.github.vertebraj.report.chart.BoxPlotFigure.Bracket;
import io.github.vertebraj.report.chart.BoxPlotFigure.Points;
import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.report.chart.FigureGrid;
import io.github.vertebraj.report.chart.ScatterFigure;
import io.github.vertebraj.report.chart.StackedBarFigure;
import io.github.vertebraj.statistics.comparison.Observations;
import io.github.vertebraj.statistics.descriptive.Description;
import io.github.vertebraj.statistics.descriptive.QuantileType;

/** The figure of a comparison: a panel for each measure, with the p-values of the table. */
public final class ComparisonFigure {

	/** More pairs would take more room than the boxes; their p-values are in the table. */
	private static final int MOST_BRACKETS = 10;

	private static final char NO_BREAK = '\u00a0';

	private ComparisonFigure() {}

	/**
	 * The figure, where there is something to draw: summaries have no values.
	 *
	 * @param rows      the tests, each naming its measure
	 * @param quartiles as in the table of the groups
	 */
	public static Optional<Figure> of(final List<Measure> measures, final List<TestTable.Row> rows,
		final QuantileType quartiles)
	{
		final List<Figure> panels = new ArrayList<>();
		for (final Measure measure : measures)
			panel(measure, rows.stream().filter(row -> row.measure().equals(measure.name())).toList(), quartiles).ifPresent(
				panels::add);
		return panels.isEmpty() ? Optional.empty() : Optional.of(new FigureGrid(panels));
	}

	private static Optional<Figure> panel(final Measure measure, final List<TestTable.Row> rows,
		final QuantileType quartiles)
	{
		final Observations data = measure.observations();
		if (data instanceof Observations.Groups groups) return Optional.of(boxes(measure.name(), groups.names(), groups
			.values(), Points.SPREAD, rows, quartiles));
		if (data instanceof Observations.Repeated repeated) return Optional.of(isCorrelation(rows) ? scatter(repeated, rows
			.get(0)) : boxes(measure.name(), repeated.names(), conditions(repeated), Points.JOINED, rows, quartiles));
		if (data instanceof Observations.Counts counts) return Optional.of(new StackedBarFigure(title(measure.name(), rows),
			counts.names(), counts.categories(), longs(counts.counts().toArray())));
		if (data instanceof Observations.RepeatedCategories repeated) return Optional.of(new StackedBarFigure(title(measure
			.name(), rows), repeated.names(), repeated.categories(), tally(repeated)));
		return Optional.empty();
	}

	private static Figure boxes(final String quantity, final List<String> names, final List<double[]> values,
		final Points points, final List<TestTable.Row> rows, final QuantileType quartiles)
	{
		final List<BoxPlotFigure.Group> groups = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			final Description d = Description.of(values.get(i), quartiles);
			groups.add(new BoxPlotFigure.Group(names.get(i), values.get(i), d.firstQuartile(), d.median(), d.thirdQuartile()));
		}
		final List<TestTable.Row> pairs = rows.stream().filter(row -> row.groups().size() == 2).toList();
		final List<Bracket> brackets = (pairs.size() > MOST_BRACKETS ? List.<TestTable.Row> of() : pairs).stream().map(row -> new Bracket(names
			.indexOf(row.groups().get(0)), names.indexOf(row.groups().get(1)), p(row))).toList();
		final String title = names.size() == 2 ? test(rows.get(0)) : title("", rows);
		return new BoxPlotFigure(title, quantity, groups, points, brackets, Optional.empty());
	}

	private static boolean isCorrelation(final List<TestTable.Row> rows) {
		return rows.get(0).summary().test().contains("correlation");
	}

	private static Figure scatter(final Observations.Repeated data, final TestTable.Row row) {
		final String text = row.summary().statisticName() + " = " + Numbers.digits(row.summary().effects().get(0).value(), 3) +
			", " + p(row);
		return new ScatterFigure(test(row), data.names().get(0), data.names().get(1), List.of(
			new ScatterFigure.Group("", data.condition(0), data.condition(1))), Optional.empty(), text);
	}

	/** {@code Kruskal-Wallis, p = 0.012}, after what was measured. */
	private static String title(final String measure, final List<TestTable.Row> rows) {
		return (measure.isEmpty() ? "" : measure + "; ") + test(rows.get(0)) + ", " + p(rows.get(0));
	}

	private static String test(final TestTable.Row row) {
		return row.summary().test() + (row.summary().variant().isEmpty() ? "" : ", " + row.summary().variant());
	}

	/** In one piece: a title may break around it, not in it. */
	private static String p(final TestTable.Row row) {
		final String p = Double.isNaN(row.adjusted()) ? Numbers.pValue(row.summary().pValue()) : "adjusted " + Numbers.pValue(
			row.adjusted());
		return p.replace(' ', NO_BREAK);
	}

	private static List<double[]> conditions(final Observations.Repeated data) {
		final List<double[]> conditions = new ArrayList<>();
		for (int i = 0; i < data.names().size(); i++)
			conditions.add(data.condition(i));
		return conditions;
	}

	private static long[][] longs(final int[][] counts) {
		return Arrays.stream(counts).map(row -> Arrays.stream(row).asLongStream().toArray()).toArray(long[][]::new);
	}

	private static long[][] tally(final Observations.RepeatedCategories data) {
		final long[][] counts = new long[data.names().size()][data.categories().size()];
		for (final int[] row : data.rows())
			for (int condition = 0; condition < row.length; condition++)
				counts[condition][row[condition]]++;
		return counts;
	}
}
