package io.github.vertebraj.statistics.inference;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.CountTable;

/**
 * The p-value of Fisher's exact test of one table that is larger than 2 × 2: prepares the table, and decides how far
 * the enumeration may go.
 */
final class TableProbability {

	/** Two tables whose probabilities differ by less than this, relatively, are tied (as in R). */
	static final double TIE_TOLERANCE = 1e-7;

	/** How the p-value was had. */
	enum Precision {
		EXACT, CONDENSED
	}

	/** A p-value and how it was had. */
	record Outcome(double pValue, Precision precision) {}

	/** Some ten seconds, and 300 MB. */
	private static final long MOST_STEPS = 4_000_000_000L;
	private static final long MOST_KEPT = 8_000_000;

	/** Condensed distributions are small, so that time is what ends these: about a minute. */
	private static final long MOST_CONDENSED_STEPS = 12_000_000_000L;

	/** Classes of a condensed distribution: as many as memory allows for the states that there are. */
	private static final int FEWEST_CLASSES = 40;
	private static final int MOST_CLASSES = 20_000;
	private static final double CLASSES_OF_ALL_STATES = 2e6;

	/** Ways to fill half of the lines, beyond which nothing is tried. */
	private static final double MOST_STATES = 2e7;

	private static final int KEY_BITS = 62;

	/** More observations need too much memory for the factorials. */
	private static final long MOST_OBSERVATIONS = 4_000_000;

	private final int[] lines;
	private final int[] columns;
	private final LogFactorials logs;
	private final long observed;
	private final String name;

	/** @param table with two or more rows and columns that are not empty */
	TableProbability(final CountTable table) {
		final int[] rowSums = IntStream.range(0, table.rows()).map(i -> Math.toIntExact(table.rowSum(i))).filter(
			sum -> sum > 0).toArray();
		final int[] columnSums = IntStream.range(0, table.columns()).map(j -> Math.toIntExact(table.columnSum(j))).filter(
			sum -> sum > 0).toArray();
		final boolean isTall = rowSums.length >= columnSums.length;
		lines = largestOutside(isTall ? rowSums : columnSums);
		columns = falling(isTall ? columnSums : rowSums);
		name = table.toString();
		checkSize(table.total());
		logs = new LogFactorials(Math.toIntExact(table.total()));
		observed = Arrays.stream(table.toArray()).flatMapToInt(Arrays::stream).mapToLong(logs::multiple).sum() + logs.steps(
			-TIE_TOLERANCE);
	}

	private static int[] falling(final int[] sums) {
		return Arrays.stream(sums).map(sum -> -sum).sorted().map(sum -> -sum).toArray();
	}

	/** The last line costs nothing and the first little: there the largest stand, and the smallest in the middle. */
	private static int[] largestOutside(final int[] sums) {
		final int[] falling = falling(sums);
		final int[] order = new int[sums.length];
		for (int i = 0; i < sums.length; i++)
			order[i % 2 == 0 ? sums.length - 1 - i / 2 : i / 2] = falling[i];
		return order;
	}

	private void checkSize(final long total) {
		final double bits = columns.length * Math.log(columns[0] + 1.0) / Math.log(2);
		if (total > MOST_OBSERVATIONS || bits > KEY_BITS || states() > MOST_STATES) throw refusal();
	}

	/** In how many ways the columns can stand after half of the lines. */
	private double states() {
		final int half = Arrays.stream(lines).limit((lines.length + 1) / 2).sum();
		double[] ways = new double[half + 1];
		ways[0] = 1;
		for (final int column : columns) {
			final double[] next = new double[half + 1];
			double window = 0;
			for (int sum = 0; sum <= half; sum++) {
				window += ways[sum] - (sum > column ? ways[sum - column - 1] : 0);
				next[sum] = window;
			}
			ways = next;
		}
		return ways[half];
	}

	private IllegalArgumentException refusal() {
		return new IllegalArgumentException("Fisher's exact test of a table of " + name +
			" would not end; merge categories, or use Pearson's chi-square test, which is good where counts are large");
	}

	/**
	 * Enumerates.
	 *
	 * @throws IllegalArgumentException if that would take too long
	 */
	Outcome outcome(final DoubleConsumer progress) {
		final DoubleConsumer rising = rising(progress);
		try {
			return new Outcome(enumerated(FreemanHalton.NEVER_CONDENSED, new Effort(MOST_STEPS, MOST_KEPT), rising),
				Precision.EXACT);
		}
		catch (final Effort.Exceeded e) {
			return condensed(rising);
		}
	}

	/** A second enumeration begins anew, but what a user sees does not fall back. */
	private static DoubleConsumer rising(final DoubleConsumer progress) {
		final double[] most = { 0 };
		return done -> {
			if (done <= most[0]) return;
			most[0] = done;
			progress.accept(done);
		};
	}

	private Outcome condensed(final DoubleConsumer progress) {
		try {
			final int classes = (int) Math.max(FEWEST_CLASSES, Math.min(MOST_CLASSES, CLASSES_OF_ALL_STATES / states()));
			return new Outcome(enumerated(classes, new Effort(MOST_CONDENSED_STEPS, MOST_KEPT), progress),
				Precision.CONDENSED);
		}
		catch (final Effort.Exceeded e) {
			throw refusal();
		}
	}

	private double enumerated(final int classes, final Effort effort, final DoubleConsumer progress) {
		return new FreemanHalton(lines, columns, logs, observed, classes, effort).pValue(progress);
	}
}
