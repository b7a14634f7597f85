package io.github.vertebraj.statistics.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * The probability, given the margins, of all tables that are no more probable than an observed one. The tables are not
 * listed: lines are filled one after the other, and partial tables that leave the same counts to fill (in whatever
 * order of columns) and are equally probable are one. They are followed from the first line on, and from the last line
 * back, and meet at a line between: for each pair of halves it is enough to ask how much of the second half's
 * distribution lies beyond what the first lacks. Bounds of what the open lines can still give settle most halves early.
 * <p>
 * A table's probability is a constant over the product of the factorials of its counts, so that the sum of log
 * factorials, in whole steps, is all that is compared. Source of the idea of nodes and bounds: Mehta, Patel, J Am Stat
 * Assoc 1983;78:427, doi:10.1080/01621459.1983.10477989. Numbers are found in the order of the margins, so that results
 * are the same on every run.
 */
final class FreemanHalton {

	/** Steps of one value that is collected, and of one way to fill a line. */
	private static final int COST_OF_VALUE = 6;
	private static final int COST_OF_WAY = 30;

	/** How many ways a thread counts alone. */
	private static final int WAYS = 1 << 12;

	/** Steps of the bounds of a state, for each cell of the table. */
	private static final int COST_OF_BOUND = 15;

	/** What a state of partial tables takes in memory beside its values, in values. */
	private static final int OF_STATE = 10;

	private final int[] lines;
	private final int[] columns;
	private final LogFactorials logs;
	private final TableBounds bounds;
	private final long observed;
	private final Effort effort;
	private final List<StateTable<Distribution>> below;
	private double settled;

	/** Partial tables that leave the same counts. */
	private static final class Node {

		private final int[] left;
		private final long least;
		private final long most;
		private final Atoms atoms = new Atoms();

		/** @param least and {@code most}: bounds of what the lines to come can add */
		private Node(final int[] left, final long least, final long most) {
			this.left = left;
			this.least = least;
			this.most = most;
		}
	}

	/** All partial tables that leave these counts, when they are complete. */
	private record Half(int[] left, Distribution past) {}

	/**
	 * @param lines    margins above 0, in the order in which they are filled; two or more
	 * @param columns  margins above 0, falling
	 * @param observed sum of log factorials of the table, in steps, less the tolerance of ties: tables with this or more
	 *                 count
	 */
	FreemanHalton(final int[] lines, final int[] columns, final LogFactorials logs, final long observed,
		final Effort effort)
	{
		this.lines = lines;
		this.columns = columns;
		this.logs = logs;
		this.observed = observed;
		this.effort = effort;
		bounds = new TableBounds(lines, columns, logs);
		below = Arrays.stream(lines).mapToObj(line -> new StateTable<Distribution>()).toList();
	}

	double pValue(final DoubleConsumer progress) {
		final int join = (lines.length - 1) / 2;
		final Node start = new Node(columns, 0, Long.MAX_VALUE / 2);
		start.atoms.add(0, 1);
		List<Node> nodes = Arrays.asList(start);
		for (int line = 0; line < join; line++)
			nodes = fill(line, nodes);
		final List<Half> halves = new ArrayList<>(nodes.size());
		for (int i = 0; i < nodes.size(); i++)
			halves.add(half(join, nodes.set(i, null)));
		return settled + OrderedSum.of(halves.size(), (i, stop) -> joined(join, halves.get(i), stop), progress);
	}

	/** Fills one more line of all partial tables. */
	private List<Node> fill(final int line, final List<Node> nodes) {
		final StateTable<Node> next = new StateTable<>();
		for (int i = 0; i < nodes.size(); i++)
			fill(line, nodes.set(i, null), next);
		next.entries().removeIf(node -> node.atoms.size() == 0);
		return next.entries();
	}

	private void fill(final int line, final Node node, final StateTable<Node> next) {
		final Distribution past = node.atoms.sorted();
		effort.release(node.atoms.size());
		split(line, node.left, observed - past.value(0), new LineSplits.Action() {

			@Override
			public void accept(final int[] left, final long steps, final double probability) {
				final Node child = child(line + 1, left, next);
				final int before = child.atoms.size();
				settled += probability * past.addOpen(child.atoms, steps, probability, observed - child.most, observed -
					child.least);
				effort.keep(child.atoms.size() - before);
				effort.spend(COST_OF_VALUE * (long) past.size() + COST_OF_WAY);
			}

			@Override
			public void beyond(final double probability) {
				settled += probability * past.total();
				effort.spend(COST_OF_WAY);
			}
		});
	}

	private Node child(final int line, final int[] left, final StateTable<Node> next) {
		final long key = key(left);
		final Node known = next.get(key);
		if (known != null) return known;
		final Node child = new Node(left.clone(), bounds.leastBelow(line, left), bounds.mostBelow(left));
		next.put(key, child);
		effort.keep(OF_STATE);
		effort.spend((long) COST_OF_BOUND * columns.length * lines.length);
		return child;
	}

	/** Finds all that the join will ask for, and what it will cost: the join itself only reads, but for its steps. */
	private Half half(final int line, final Node node) {
		final Half half = new Half(node.left, node.atoms.sorted());
		half.past.sumUp();
		if (line == lines.length - 2) return half; // nothing is left to find
		split(line, node.left, observed - half.past.value(0), new LineSplits.Action() {

			@Override
			public void accept(final int[] left, final long steps, final double probability) {
				final Distribution rest = below(line + 1, left);
				rest.sumUp();
				effort.spend(COST_OF_WAY + Math.min(half.past.size() + rest.size(), 16L * Math.min(half.past.size(), rest
					.size())) / 2);
			}

			@Override
			public void beyond(final double probability) {
				effort.spend(COST_OF_WAY);
			}
		});
		return half;
	}

	private double joined(final int line, final Half half, final OrderedSum stop) {
		final double[] sum = { 0 };
		final int[] ways = { 0 };
		split(line, half.left, observed - half.past.value(0), new LineSplits.Action() {

			@Override
			public void accept(final int[] left, final long steps, final double probability) {
				stop.heedInterruption();
				if (++ways[0] % WAYS == 0) spendTogether(WAYS * (long) COST_OF_WAY);
				sum[0] += probability * (line == lines.length - 2 ? half.past.atLeast(observed - steps - bounds.mostBelow(left))
					: Distribution.sumAtLeast(observed - steps, half.past, below.get(line + 1).get(key(left))));
			}

			@Override
			public void beyond(final double probability) {
				sum[0] += probability * half.past.total();
			}
		});
		return sum[0];
	}

	private void spendTogether(final long steps) {
		synchronized (effort) {
			effort.spend(steps);
		}
	}

	/** What the lines from this one on give, when the columns have these counts left; built when first asked for. */
	private Distribution below(final int line, final int[] left) {
		if (line == lines.length - 1) return Distribution.certain(bounds.mostBelow(left));
		final long key = key(left);
		final Distribution known = below.get(line).get(key);
		if (known != null) return known;
		final Distribution made = fromHere(line, left.clone());
		effort.keep(made.size() + OF_STATE);
		below.get(line).put(key, made);
		return made;
	}

	/** Sums of the cap and more are not told apart: with whatever stands above, they count. */
	private Distribution fromHere(final int line, final int[] left) {
		final long cap = observed - bounds.leastAbove(line, left);
		if (bounds.leastBelow(line, left) >= cap) return Distribution.certain(cap);
		final Atoms atoms = new Atoms();
		split(line, left, cap, new LineSplits.Action() {

			@Override
			public void accept(final int[] after, final long steps, final double probability) {
				final Distribution rest = below(line + 1, after);
				rest.addTo(atoms, steps, probability, cap);
				effort.spend(COST_OF_VALUE * (long) rest.size() + COST_OF_WAY);
			}

			@Override
			public void beyond(final double probability) {
				atoms.add(cap, probability);
				effort.spend(COST_OF_WAY);
			}
		});
		return atoms.sorted();
	}

	private void split(final int line, final int[] left, final long limit, final LineSplits.Action action) {
		new LineSplits(logs, left, bounds.byColumn(line, left), logs.value(limit), action).spread(lines[line]);
	}

	/** The counts as one number, columns in falling order. */
	private long key(final int[] left) {
		long key = 0;
		for (final int count : left)
			key = key * (columns[0] + 1L) + count;
		return key;
	}
}
