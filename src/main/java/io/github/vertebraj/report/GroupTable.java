package io.github.vertebraj.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.comparison.Observations;
import io.github.vertebraj.statistics.descriptive.Description;
import io.github.vertebraj.statistics.descriptive.MeanSd;
import io.github.vertebraj.statistics.descriptive.Percentage;
import io.github.vertebraj.statistics.descriptive.QuantileType;
import io.github.vertebraj.statistics.descriptive.Rounding;
import io.github.vertebraj.statistics.mean.SampleSummary;

/**
 * What was compared: one row per measure and group of numbers, and one per measure, group and category of counts. The
 * headers are public: macros read columns by them.
 */
public final class GroupTable {

	private static final String[] HEADERS = { "Measure", "Group", "Category", "n", "Count", "Percent", "Mean", "SD", "Median",
		"Q1", "Q3", "Min", "Max", "Quartiles", "Text" };

	private static final int MOST_DECIMALS = 12;

	private final QuantileType quartiles;
	private final OptionalInt decimals;
	private final Rounding rounding;

	/**
	 * @param quartiles how quartiles lie between values
	 * @param decimals  of the texts; if not given, two digits of the smallest SD, and one decimal of a percentage
	 * @param rounding  of the texts
	 */
	public GroupTable(final QuantileType quartiles, final OptionalInt decimals, final Rounding rounding) {
		this.quartiles = quartiles;
		this.decimals = decimals;
		this.rounding = rounding;
	}

	/** @param title of the table */
	public ResultTable of(final String title, final List<Measure> measures) {
		final ResultTable.Builder table = ResultTable.builder(title, HEADERS);
		for (final Measure measure : measures)
			rows(table, measure.name(), measure.observations());
		return table.build();
	}

	private void rows(final ResultTable.Builder table, final String measure, final Observations data) {
		final int places = places(data);
		for (int i = 0; i < data.names().size(); i++) {
			final String name = data.names().get(i);
			if (data instanceof Observations.Groups groups) numbers(table, measure, name, groups.values().get(i), places);
			else if (data instanceof Observations.Repeated repeated) numbers(table, measure, name, repeated.condition(i), places);
			else if (data instanceof Observations.Summaries summaries) summary(table, measure, name, summaries.samples().get(i), places);
			else if (data instanceof Observations.Counts counts) counts(table, measure, name, counts.categories(), counts
				.counts().toArray()[i]);
			else if (data instanceof Observations.RepeatedCategories repeated) counts(table, measure, name, repeated
				.categories(), tally(repeated, i));
		}
	}

	private static int[] tally(final Observations.RepeatedCategories data, final int condition) {
		final int[] counts = new int[data.categories().size()];
		for (final int[] row : data.rows())
			counts[row[condition]]++;
		return counts;
	}

	private void numbers(final ResultTable.Builder table, final String measure, final String group,
		final double[] values, final int places)
	{
		final Description d = Description.of(values, quartiles);
		table.row(measure, group, "", d.n(), "", "", d.mean(), d.sd(), d.median(), d.firstQuartile(), d.thirdQuartile(),
			d.minimum(), d.maximum(), quartiles.key(), d.meanSd().text(places, rounding) + "; median " + d
				.medianText(places, rounding));
	}

	/** The decimals that show two digits of the smallest SD of a measure; without one, two. */
	private int places(final Observations data) {
		if (decimals.isPresent()) return decimals.getAsInt();
		final double smallest = IntStream.range(0, data.names().size()).mapToDouble(i -> sd(data, i)).filter(sd -> sd > 0).min()
			.orElse(Double.NaN);
		return Double.isNaN(smallest) ? 2 : (int) Math.max(0, Math.min(MOST_DECIMALS, 1 - Math.floor(Math.log10(smallest))));
	}

	private static double sd(final Observations data, final int group) {
		if (data instanceof Observations.Groups groups) return MeanSd.of(groups.values().get(group)).sd();
		if (data instanceof Observations.Repeated repeated) return MeanSd.of(repeated.condition(group)).sd();
		return data instanceof Observations.Summaries summaries ? summaries.samples().get(group).sd() : Double.NaN;
	}

	private void summary(final ResultTable.Builder table, final String measure, final String group,
		final SampleSummary sample, final int places)
	{
		table.row(measure, group, "", sample.n(), "", "", sample.mean(), sample.sd(), "", "", "", "", "", "", new MeanSd(sample
			.n(), sample.mean(), sample.sd()).text(places, rounding));
	}

	private void counts(final ResultTable.Builder table, final String measure, final String group,
		final List<String> categories, final int[] counts)
	{
		final int n = Arrays.stream(counts).sum();
		for (int i = 0; i < counts.length; i++)
			table.row(measure, group, categories.get(i), n, counts[i], 100.0 * counts[i] / n, "", "", "", "", "", "", "", "",
				new Percentage(counts[i], n).text(decimals.orElse(1), rounding));
	}
}
