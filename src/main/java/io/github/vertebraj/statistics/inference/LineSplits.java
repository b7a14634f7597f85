package io.github.vertebraj.statistics.inference;

/** All ways to spread the sum of one line over columns that have certain counts left. */
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

	private final LogFactorials logs;
	private final int[] counts;
	private final int[] room;
	private final int[] after;
	private final int[] falling;
	private final LineBound bound;
	private final double limit;
	private final Action action;

	/**
	 * @param counts what the columns have left before the line
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
		after = new int[counts.length];
		falling = new int[counts.length];
		room = new int[counts.length + 1];
		for (int j = counts.length - 1; j >= 0; j--)
			room[j] = room[j + 1] + counts[j];
	}

	void spread(final int line) {
		final int rest = room[0] - line;
		spread(0, line, 0, bound.atLine(), logs.multiple(line) + logs.multiple(rest) - logs.multiple(room[0]), logs.rest(
			line) + logs.rest(rest) - logs.rest(room[0]));
	}

	/**
	 * @param open  what is left of the line
	 * @param least bound without the columns to come
	 * @param log   in steps, and {@code rest}: logarithm of the probability so far, a ratio of binomial coefficients
	 */
	private void spread(final int column, final int open, final long steps, final double least, final long log,
		final double rest)
	{
		if (least + bound.fromColumn(column) >= limit) {
			final int closed = room[column] - open;
			action.beyond(Math.exp(logs.value(log + logs.multiple(room[column]) - logs.multiple(open) - logs.multiple(closed)) +
				rest + logs.rest(room[column]) - logs.rest(open) - logs.rest(closed)));
			return;
		}
		if (column == counts.length) {
			sort();
			action.accept(falling, steps, Math.exp(logs.value(log) + rest));
			return;
		}
		final int count = counts[column];
		final long logCount = log + logs.multiple(count);
		final double restCount = rest + logs.rest(count);
		final int most = Math.min(count, open);
		for (int x = Math.max(0, open - room[column + 1]); x <= most; x++) {
			after[column] = count - x;
			final long step = logs.multiple(x);
			spread(column + 1, open - x, steps + step, least + bound.inColumn(column, x), logCount - step - logs.multiple(count -
				x), restCount - logs.rest(x) - logs.rest(count - x));
		}
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
