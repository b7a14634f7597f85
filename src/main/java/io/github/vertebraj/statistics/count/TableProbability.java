package io.github.vertebraj.statistics.count;

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

	/** Of an exact enumeration: some ten seconds, and 300 MB. */
	private static final long MOST_STEPS = 1_200_000_000L;
	private static final long MOST_KEPT = 8_000_000;

	/** More lines go too deep: each waits for the next. */
	private static final int MOST_LINES = 300;

	/** What a first attempt that fails has done of the whole, as a user sees it. */
	private static final double EXACT_PART = 0.3;

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
		name = table.toString();
		if (table.total() > MOST_OBSERVATIONS) throw refusal("would not end");
		final int[] rowSums = IntStream.range(0, table.rows()).map(i -> Math.toIntExact(table.rowSum(i))).filter(
			sum -> sum > 0).toArray();
		final int[] columnSums = IntStream.range(0, table.columns()).map(j -> Math.toIntExact(table.columnSum(j))).filter(
			sum -> sum > 0).toArray();
		final boolean isTall = rowSums.length >= columnSums.length;
		lines = largestOutside(isTall ? rowSums : columnSums);
		columns = falling(isTall ? columnSums : rowSums);
		checkSize();
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

	private void checkSize() {
		final double bits = columns.length * Math.log(columns[0] + 1.0) / Math.log(2);
		if (lines.length > MOST_LINES || bits > KEY_BITS || states() > MOST_STATES) throw refusal("would not end");
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

	private IllegalArgumentException refusal(final String why) {
		return new IllegalArgumentException("Fisher's exact test of a table of " + name + " " + why +
			"; join categories, or use Pearson's chi-square test, which is good where counts are large");
	}

	/**
	 * Enumerates, or else encloses.
	 *
	 * @throws IllegalArgumentException if that would take too long, or too much memory
	 */
	Enclosure pValue(final DoubleConsumer progress) {
		final DoubleConsumer rising = rising(progress);
		final Enclosure found = enumerated(rising);
		rising.accept(1);
		return found;
	}

	private Enclosure enumerated(final DoubleConsumer progress) {
		try {
			final Effort effort = new Effort(MOST_STEPS, MOST_KEPT);
			return Enclosure.exact(new FreemanHalton(lines, columns, logs, observed, effort).pValue(done -> progress.accept(
				EXACT_PART * done)));
		}
		catch (final Effort.Exceeded e) {
			return narrowed(done -> progress.accept(EXACT_PART + (1 - EXACT_PART) * done));
		}
	}

	/** Encloses by classes, without an exact attempt. */
	Enclosure narrowed(final DoubleConsumer progress) {
		final ClassNarrowing narrowing = new ClassNarrowing(this::classes, spread(), (lines.length - 1.0) * (columns.length - 1),
			Math.max(1, lines.length - 2));
		try {
			return narrowing.enclose(progress);
		}
		catch (final Effort.Exceeded e) {
			throw refusal(narrowing.whatIsKnown());
		}
	}

	/** From the least sum of log factorials to the observed one, natural. */
	private double spread() {
		return Math.max(1, logs.value(observed - new TableBounds(lines, columns, logs).leastBelow(0, columns)));
	}

	/** The enumeration in classes. @param width natural */
	TableEnclosure classes(final double width, final Effort effort) {
		return new TableEnclosure(lines, columns, logs, observed, Math.max(1, logs.steps(width)), effort);
	}

	/** Each attempt begins anew, but what a user sees does not fall back. */
	private static DoubleConsumer rising(final DoubleConsumer progress) {
		final double[] most = { 0 };
		return done -> {
			if (done <= most[0]) return;
			most[0] = done;
			progress.accept(done);
		};
	}
}
