package io.github.vertebraj.statistics.count;

/**
 * All ways to spread the sum of one line over columns that have certain counts left. What each column takes is walked
 * from its cheapest count up and down, as far as the limit lies: costs are convex, so that all beyond count at once.
 */
final class LineSplits {

	/** Takes the ways. */
	interface Action {

		/**
		 * Takes one way.
		 *
		 * @param left        what the columns have left after the line, falling; reused
		 * @param steps       sum of the line's log factorials, in steps
		 * @param probability of this way among all of the line, when the margins are given
		 */
		void accept(int[] left, long steps, double probability);

		/** Takes many ways at once, of which none can lead to less than the limit. */
		void beyond(double probability);
	}

	/** Where the terms of a tail fall fast and are below this part of their sum, the rest of them is nothing. */
	private static final double NOTHING = 1e-14;
	private static final double FAST = 0.5;

	/** A difference of probabilities that is no less than this part of them has digits enough. */
	private static final double CLEAR = 0.01;

	private final LogFactorials logs;
	private final int[] counts;
	private final int[] room;
	private final int[] after;
	private final int[] falling;
	private final LineBound bound;
	private final double limit;
	private final Action action;
	private final int lastFree;

	/**
	 * @param counts what the columns have left before the line; two columns or more
	 * @param bound  of the sum of log factorials over this and all later lines
	 * @param limit  ways that cannot lead to less than this are not told apart, natural logarithm
	 */
	LineSplits(final LogFactorials logs, final int[] counts, final LineBound bound, final double limit,
		final Action action)
	{
		this.logs = logs;
		this.counts = counts;
		this.bound = bound;
		this.limit = limit;
		this.action = action;
		lastFree = counts.length - 2;
		after = new int[counts.length];
		falling = new int[counts.length];
		room = new int[counts.length + 1];
		for (int j = counts.length - 1; j >= 0; j--)
			room[j] = room[j + 1] + counts[j];
	}

	void spread(final int line) {
		spread(0, line, 0, bound.atLine(), 1);
	}

	/**
	 * @param open        what is left of the line
	 * @param least       bound without the columns to come
	 * @param probability of what the columns before have taken
	 */
	private void spread(final int column, final int open, final long steps, final double least,
		final double probability)
	{
		final int count = counts[column];
		final int others = room[column + 1];
		final int fewest = Math.max(0, open - others);
		final int most = Math.min(count, open);
		final int start = cheapest(column, open, fewest, most);
		final double atStart = probability * hypergeometric(start, count, others, open);
		double taken = 0;
		double part = atStart;
		int above = start;
		for (; above <= most && least + cost(column, open, above) < limit; above++) {
			take(column, open, above, steps, least, part);
			taken += part;
			part *= ratio(above, count, others, open);
		}
		int below = start - 1;
		double lower = below < fewest ? 0 : atStart / ratio(below, count, others, open);
		for (; below >= fewest && least + cost(column, open, below) < limit; below--) {
			take(column, open, below, steps, least, lower);
			taken += lower;
			lower /= ratio(below - 1, count, others, open);
		}
		if (above > most && below < fewest) return;
		double beyond = probability - taken;
		if (beyond < CLEAR * probability) {
			beyond = above > most ? 0 : tail(above, most, part, count, others, open);
			if (below >= fewest) beyond += tail(below, fewest, lower, count, others, open);
		}
		action.beyond(beyond);
	}

	private void take(final int column, final int open, final int x, final long steps, final double least,
		final double probability)
	{
		after[column] = counts[column] - x;
		final long sum = steps + logs.multiple(x);
		if (column < lastFree) {
			spread(column + 1, open - x, sum, least + bound.inColumn(column, x), probability);
			return;
		}
		after[column + 1] = counts[column + 1] - (open - x);
		sort();
		action.accept(falling, sum + logs.multiple(open - x), probability);
	}

	/** Least that the columns from this one on can give, when it takes x; convex. */
	private double cost(final int column, final int open, final int x) {
		return bound.inColumn(column, x) + (column == lastFree ? bound.inColumn(column + 1, open - x) : bound.fromColumn(
			column + 1));
	}

	private int cheapest(final int column, final int open, final int fewest, final int most) {
		int x = (int) Math.max(fewest, Math.min(most, (double) open * counts[column] / Math.max(1, room[column])));
		double best = cost(column, open, x);
		for (final int direction : new int[] { 1, -1 })
			while (x + direction >= fewest && x + direction <= most) {
				final double next = cost(column, open, x + direction);
				if (next >= best) break;
				best = next;
				x += direction;
			}
		return x;
	}

	/** Probability that x of the open ones fall into a column with this count, and not into others. */
	private double hypergeometric(final int x, final int count, final int others, final int open) {
		final int all = count + others;
		return Math.exp(logs.value(choices(count, x) + choices(others, open - x) - choices(all, open)) + restOfChoices(count,
			x) + restOfChoices(others, open - x) - restOfChoices(all, open));
	}

	private long choices(final int of, final int some) {
		return logs.multiple(of) - logs.multiple(some) - logs.multiple(of - some);
	}

	private double restOfChoices(final int of, final int some) {
		return logs.rest(of) - logs.rest(some) - logs.rest(of - some);
	}

	/** What the probability of x + 1 is to that of x. */
	private static double ratio(final int x, final int count, final int others, final int open) {
		return (double) (count - x) * (open - x) / ((x + 1.0) * (others - open + x + 1.0));
	}

	/** Sum of the probabilities from one count on, outwards; far out these fall fast. */
	private static double tail(final int from, final int end, final double first, final int count, final int others,
		final int open)
	{
		final int direction = end >= from ? 1 : -1;
		double term = first;
		double sum = first;
		for (int x = from; x != end; x += direction) {
			final double ratio = direction > 0 ? ratio(x, count, others, open) : 1 / ratio(x - 1, count, others, open);
			if (term <= NOTHING * sum && ratio < FAST) break;
			term *= ratio;
			sum += term;
		}
		return sum;
	}

	/** Columns are alike to the lines that follow, so that their order does not matter. */
	private void sort() {
		for (int j = 0; j < after.length; j++) {
			int at = j;
			for (; at > 0 && falling[at - 1] < after[j]; at--)
				falling[at] = falling[at - 1];
			falling[at] = after[j];
		}
	}
}
