package io.github.vertebraj.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.vertebraj.report.chart.BlandAltmanFigure;
import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.report.chart.ScatterFigure;
import io.github.vertebraj.report.chart.ScatterFigure.Group;
import io.github.vertebraj.report.chart.ScatterFigure.Line;
import io.github.vertebraj.report.chart.StackedBarFigure;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.agreement.BlandAltman;
import io.github.vertebraj.statistics.agreement.DifferenceScale;

/** What readings look like beside one another: a plot for each analysis of agreement. */
final class AgreementFigure {

	private static final int DIGITS = 3;

	/** More categories than these are not told apart by colour and hatching. */
	private static final int MOST_CATEGORIES = 12;

	private AgreementFigure() {}

	/** Differences over means, with bias and limits. */
	static Figure limits(final List<String> names, final BlandAltman.Result result) {
		final Pair pair = Pair.of(names);
		final boolean isRatio = result.scale() == DifferenceScale.LOG_RATIO;
		final String means = isRatio ? "Mean of ln " + pair.first + " and ln " + pair.second : "Mean of " + pair.first +
			" and " + pair.second + pair.unit;
		final String difference = switch (result.scale()) {
			case ABSOLUTE -> pair.first + " - " + pair.second + pair.unit;
			case PERCENT -> pair.first + " - " + pair.second + " (% of mean)";
			case LOG_RATIO -> "ln(" + pair.first + " / " + pair.second + ")";
		};
		return new BlandAltmanFigure("", means, difference, result.means(), result.differences(), level("Bias", result.bias(),
			result.biasInterval()), List.of(level("Lower limit", result.lower().value(), result.lower().interval()), level(
				"Upper limit", result.upper().value(), result.upper().interval())));
	}

	private static BlandAltmanFigure.Level level(final String name, final double value, final Interval interval) {
		return new BlandAltmanFigure.Level(value, Optional.of(interval), name + "\n" + number(value));
	}

	/**
	 * The second of two readings over the first, with the line of identity; none for more readings.
	 *
	 * @param ratings indexed [subject][reading]
	 * @param effect  printed below
	 */
	static Optional<Figure> scatter(final List<String> names, final double[][] ratings, final Effect effect) {
		if (names.size() != 2) return Optional.empty();
		final Group points = new Group("", column(ratings, 0), column(ratings, 1));
		return Optional.of(new ScatterFigure("", names.get(0), names.get(1), List.of(points), Optional.of(new Line(0, 1,
			"Identity")), text(effect) + ", n = " + ratings.length));
	}

	private static double[] column(final double[][] ratings, final int index) {
		return Arrays.stream(ratings).mapToDouble(row -> row[index]).toArray();
	}

	private static String text(final Effect effect) {
		return effect.name() + " " + number(effect.value()) + effect.interval().map(interval -> " (" + Numbers.percent(
			interval.level()) + " CI " + number(interval.lower()) + " to " + number(interval.upper()) + ")").orElse("");
	}

	/** With the minus sign that axes have. */
	private static String number(final double value) {
		return Numbers.digits(value, DIGITS).replace('-', '\u2212');
	}

	/** How the second reader's categories spread over each category of the first. */
	static Optional<Figure> crossed(final List<String> names, final List<String> categories, final int[][] counts) {
		return shares(names.get(1) + ", for each category of " + names.get(0), categories, categories, counts);
	}

	/** How often each reader chose each category. */
	static Optional<Figure> choices(final List<String> names, final List<String> categories,
		final List<List<String>> subjects)
	{
		final int[][] counts = new int[names.size()][categories.size()];
		for (final List<String> subject : subjects)
			for (int reader = 0; reader < counts.length; reader++)
				counts[reader][categories.indexOf(subject.get(reader))]++;
		return shares("Categories of each reading", names, categories, counts);
	}

	private static Optional<Figure> shares(final String title, final List<String> bars, final List<String> categories,
		final int[][] counts)
	{
		if (categories.size() > MOST_CATEGORIES) return Optional.empty();
		return Optional.of(new StackedBarFigure(title, bars, categories, Arrays.stream(counts).map(row -> IntStream.of(row)
			.asLongStream().toArray()).toArray(long[][]::new)));
	}

	/** Two columns whose common unit is named once. */
	private record Pair(String first, String second, String unit) {

		static Pair of(final List<String> names) {
			final String unit = unit(names.get(0));
			if (unit.isEmpty() || !unit(names.get(1)).equals(unit)) return new Pair(names.get(0), names.get(1), "");
			return new Pair(without(unit, names.get(0)), without(unit, names.get(1)), unit);
		}

		private static String unit(final String name) {
			final int bracket = name.endsWith(")") ? name.lastIndexOf(" (") : -1;
			return bracket <= 0 ? "" : name.substring(bracket);
		}

		private static String without(final String unit, final String name) {
			return name.substring(0, name.length() - unit.length());
		}
	}
}
