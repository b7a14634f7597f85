package io.github.vertebraj.statistics.count;

import java.util.Arrays;

/**
 * Least sums of log factorials that part of a table can have, which are its most probable fillings. A sum of convex
 * functions over cells, held to margins, is never below its Lagrangian dual at any multipliers; near those of
 * independence the dual is nearly tight where counts are large. Where they are small, spreading every line or every
 * column evenly is.
 */
final class TableBounds {

	/** What rounding could add to a bound that is a sum of doubles, natural logarithm. */
	private static final double SLACK = 1e-8;

	private final int[] lines;
	private final int[] columns;
	private final LogFactorials logs;
	private final double[] logFactorial;
	private final double[] evenLines;

	/**
	 * @param lines   margins in the order in which they are filled
	 * @param columns margins, falling
	 */
	TableBounds(final int[] lines, final int[] columns, final LogFactorials logs) {
		this.lines = lines;
		this.columns = columns;
		this.logs = logs;
		logFactorial = new double[Math.max(Arrays.stream(lines).max().orElseThrow(), columns[0]) + 2];
		for (int x = 2; x < logFactorial.length; x++)
			logFactorial[x] = logFactorial[x - 1] + Math.log(x);
		evenLines = new double[lines.length + 1];
		for (int i = 0; i < lines.length; i++)
			evenLines[i + 1] = evenLines[i] + even(lines[i], columns.length);
	}

	/** Least sum over the lines from this one on, when the columns have these counts left. */
	long leastBelow(final int line, final int[] left) {
		return least(line, lines.length, left, left, new int[left.length]);
	}

	/** Greatest such sum, or more. */
	long mostBelow(final int[] left) {
		long sum = 0;
		for (final int count : left)
			sum += logs.multiple(count);
		return sum;
	}

	/**
	 * Least sum over the lines before this one, when the columns have these counts left, falling. Which column has which
	 * count left is not known: the order that gives the least is that of the margins, as sums of products and of
	 * convex functions of differences are extreme where both are sorted.
	 */
	long leastAbove(final int line, final int[] left) {
		final int[] filled = new int[left.length];
		for (int j = 0; j < left.length; j++)
			filled[j] = columns[j] - left[j];
		return least(0, line, filled, columns, left);
	}

	/** The same as {@link #leastBelow}, but by column, so that it can follow the filling of the first of its lines. */
	LineBound byColumn(final int line, final int[] left) {
		final int width = left.length;
		final int height = lines.length - line;
		double total = width * height / 2.0;
		for (int i = line; i < lines.length; i++)
			total += lines[i];
		double atLine = -SLACK;
		final double[] slopes = new double[width];
		final double[] constants = new double[width];
		final double[] least = new double[width];
		for (int j = 0; j < width; j++)
			slopes[j] = Math.log(left[j] + height / 2.0);
		for (int j = 0; j < width; j++)
			constants[j] = slopes[j] * left[j];
		for (int i = line; i < lines.length; i++) {
			final double scale = (lines[i] + width / 2.0) / total;
			final double logScale = Math.log(scale);
			atLine += logScale * lines[i];
			for (int j = 0; j < width; j++) {
				final int x = cell(scale * (left[j] + height / 2.0));
				final double cost = logFactorial[x] - x * (logScale + slopes[j]);
				if (i == line) least[j] = cost;
				else constants[j] += cost;
			}
		}
		final double ofLine = Math.log((lines[line] + width / 2.0) / total);
		for (int j = 0; j < width; j++)
			slopes[j] += ofLine;
		return new LineBound(atLine, logFactorial, slopes, constants, least);
	}

	/** The whole number at which log x! - x log z is least. */
	private int cell(final double z) {
		return (int) Math.min(z, logFactorial.length - 1);
	}

	private long least(final int from, final int to, final int[] sums, final int[] plus, final int[] minus) {
		if (from == to) return 0;
		double evenColumns = 0;
		for (final int sum : sums)
			evenColumns += even(sum, to - from);
		final double bound = Math.max(dual(from, to, sums, plus, minus), Math.max(evenColumns, evenLines[to] -
			evenLines[from]));
		return logs.steps(bound - SLACK);
	}

	private double even(final int sum, final int parts) {
		final int quotient = sum / parts;
		final int larger = sum - quotient * parts;
		return (parts - larger) * logFactorial[quotient] + larger * logFactorial[quotient + 1];
	}

	/**
	 * @param sums shape the multipliers; the margins that these meet are {@code plus} less {@code minus} in the worst
	 * order
	 */
	private double dual(final int from, final int to, final int[] sums, final int[] plus, final int[] minus) {
		final int width = sums.length;
		final int height = to - from;
		double total = width * height / 2.0;
		for (int i = from; i < to; i++)
			total += lines[i];
		final double[] multiplier = new double[width];
		double bound = 0;
		for (int j = 0; j < width; j++) {
			multiplier[j] = Math.log(sums[j] + height / 2.0);
			bound += multiplier[j] * plus[j];
		}
		bound -= mostOfProducts(multiplier, minus);
		for (int i = from; i < to; i++) {
			final double scale = (lines[i] + width / 2.0) / total;
			final double logScale = Math.log(scale);
			bound += logScale * lines[i];
			for (int j = 0; j < width; j++) {
				final int x = cell(scale * (sums[j] + height / 2.0));
				bound += logFactorial[x] - x * (logScale + multiplier[j]);
			}
		}
		return bound;
	}

	private static double mostOfProducts(final double[] multiplier, final int[] falling) {
		final double[] rising = multiplier.clone();
		Arrays.sort(rising);
		double sum = 0;
		for (int j = 0; j < falling.length; j++)
			sum += rising[rising.length - 1 - j] * falling[j];
		return sum;
	}
}
