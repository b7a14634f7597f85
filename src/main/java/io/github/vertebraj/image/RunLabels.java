package io.github.vertebraj.image;

import java.util.Arrays;

/**
 * Gives each run of a mask the provisional label of the first neighbour that came before it, or a new one. Depends on
 * nothing but the runs, so that going through the same planes again gives the same labels.
 */
final class RunLabels {

	/** Takes two labels that are of one component. */
	interface Joining {

		/** For those who know already. */
		Joining NONE = (a, b) -> {};

		void join(int label, int other);
	}

	private static final int[] NOTHING = {};

	private final Connectivity connectivity;
	private int count;
	private int[] lastRuns = NOTHING;
	private int[] lastLabels = NOTHING;
	private int[] lastRows = { 0 };

	RunLabels(final Connectivity connectivity) {
		this.connectivity = connectivity;
	}

	/** The labels given so far: 0 to this, without it. */
	int count() {
		return count;
	}

	/** What comes next is no neighbour of what came last. */
	void part() {
		lastRuns = NOTHING;
		lastLabels = NOTHING;
		lastRows = new int[] { 0 };
	}

	/**
	 * The labels of the next plane.
	 *
	 * @param runs y, first x and last x + 1 of each run, rising, with a gap between runs of a row
	 */
	int[] next(final int[] runs, final Joining joining) {
		final int n = runs.length / 3;
		final int[] labels = new int[n];
		final int[] rows = rows(runs);
		for (int i = 0; i < n; i++) {
			labels[i] = -1;
			final int y = runs[3 * i];
			search(runs, i, runs, rows, labels, y - 1, labels, joining);
			for (int row = y - connectivity.reach(); row <= y + connectivity.reach(); row++)
				search(runs, i, lastRuns, lastRows, lastLabels, row, labels, joining);
			if (labels[i] < 0) labels[i] = newLabel();
		}
		lastRuns = runs;
		lastLabels = labels;
		lastRows = rows;
		return labels;
	}

	private int newLabel() {
		if (count == Integer.MAX_VALUE) throw new IllegalArgumentException(
			"The mask has too many pieces to be told apart: choose a higher threshold");
		return count++;
	}

	/** The index of the first run of each row, up to the last that has any, and the number of runs. */
	private static int[] rows(final int[] runs) {
		final int n = runs.length / 3;
		final int[] rows = new int[n == 0 ? 1 : runs[3 * n - 3] + 2];
		int y = 0;
		for (int i = 0; i < n; i++)
			while (y <= runs[3 * i])
				rows[y++] = i;
		Arrays.fill(rows, y, rows.length, n);
		return rows;
	}

	/** Gives the i-th run the label of its neighbours in a row, which are joined. */
	private void search(final int[] runs, final int i, final int[] others, final int[] rows, final int[] otherLabels,
		final int row, final int[] labels, final Joining joining)
	{
		if (row < 0 || row + 1 >= rows.length) return;
		final int from = runs[3 * i + 1] - connectivity.reach();
		final int to = runs[3 * i + 2] + connectivity.reach();
		for (int j = first(others, rows[row], rows[row + 1], from); j < rows[row + 1] && others[3 * j + 1] < to; j++)
			if (labels[i] < 0) labels[i] = otherLabels[j];
			else joining.join(labels[i], otherLabels[j]);
	}

	/** The first of the runs that ends behind a place. */
	private static int first(final int[] runs, final int begin, final int end, final int place) {
		int low = begin;
		int high = end;
		while (low < high) {
			final int middle = low + high >>> 1;
			if (runs[3 * middle + 2] > place) high = middle;
			else low = middle + 1;
		}
		return low;
	}
}
