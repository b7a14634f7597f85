package io.github.vertebraj.statistics.count;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Encloses the probability that {@link FreemanHalton} finds, for tables that are too large for it. Lines are filled in
 * the same way, from the first on and from the last back to a join; but the sums of log factorials of the partial
 * tables are kept in classes, rounded down, by never more than is known. Two certain bounds follow: the probability
 * that the rounded sums reach the observed one, and that they do with all of the rounding added. What surely reaches it
 * or surely falls short, whatever the open lines give, is settled before and needs no classes.
 */
final class TableEnclosure {

	/** Cost of one way to fill a line, and classes that are added at the cost of one step. */
	private static final int COST_OF_WAY = 30;
	private static final int CLASSES_A_STEP = 4;

	/** Steps of the bounds of a state, for each cell of the table. */
	private static final int COST_OF_BOUND = 15;

	/** What a state of partial tables takes in memory beside its values, in values. */
	private static final int OF_STATE = 40;

	private final int[] lines;
	private final int[] columns;
	private final LogFactorials logs;
	private final TableBounds bounds;
	private final long observed;
	private final long width;
	private final Effort effort;
	private final int join;
	private final List<StateTable<ValueClasses>> below;
	private double settled;
	private long classSteps;

	/** Partial tables that leave the same counts. */
	private static final class Node {

		private final int[] left;
		private final long least;
		private final long most;
		private final ValueClasses past;

		/** @param least and {@code most}: bounds of what the lines to come can add */
		private Node(final int[] left, final long least, final long most, final ValueClasses past) {
			this.left = left;
			this.least = least;
			this.most = most;
			this.past = past;
		}
	}

	/**
	 * Parameters as of {@link FreemanHalton}.
	 *
	 * @param width of the classes, in steps
	 */
	TableEnclosure(final int[] lines, final int[] columns, final LogFactorials logs, final long observed,
		final long width, final Effort effort)
	{
		this.lines = lines;
		this.columns = columns;
		this.logs = logs;
		this.observed = observed;
		this.width = width;
		this.effort = effort;
		bounds = new TableBounds(lines, columns, logs);
		join = lines.length / 2;
		below = Arrays.stream(lines).mapToObj(line -> new StateTable<ValueClasses>()).toList();
	}

	/**
	 * Enumerates.
	 *
	 * @throws Effort.Exceeded if that would take too long or too much memory
	 */
	Enclosure enclose(final DoubleConsumer progress) {
		List<Node> nodes = Arrays.asList(new Node(columns, 0, Long.MAX_VALUE / 4, ValueClasses.certain(width, 0)));
		for (int line = 0; line < join; line++)
			nodes = fill(line, nodes);
		final double[] found = { settled, settled, settled };
		for (int i = 0; i < nodes.size(); i++) {
			final double[] more = joined(nodes.set(i, null));
			for (int k = 0; k < found.length; k++)
				found[k] += more[k];
			progress.accept((i + 1.0) / nodes.size());
		}
		return Enclosure.of(found[0], found[1], found[2]);
	}

	/** Steps that were spent to add classes to others: those that grow in number when classes are narrower. */
	long classSteps() {
		return classSteps;
	}

	private double[] joined(final Node node) {
		if (node.past.isEmpty()) return new double[3];
		final ValueClasses rest = below(join, node.left);
		rest.sumUp();
		return node.past.sumAtLeast(observed, rest);
	}

	/** Nodes that are done are let go, for their memory. */
	private List<Node> fill(final int line, final List<Node> nodes) {
		final StateTable<Node> next = new StateTable<>();
		for (int i = 0; i < nodes.size(); i++) {
			final Node node = nodes.set(i, null);
			if (!node.past.isEmpty()) fill(line, node, next);
		}
		return next.entries();
	}

	private void fill(final int line, final Node node, final StateTable<Node> next) {
		final ValueClasses past = node.past;
		past.sumUp();
		split(line, node.left, observed - past.lowest(), new LineSplits.Action() {

			@Override
			public void accept(final int[] left, final long steps, final double probability) {
				final Node child = child(line + 1, left, next);
				final int before = child.past.capacity();
				settled += probability * child.past.addOpen(past, steps, probability, observed - child.most, observed -
					child.least);
				effort.keep(child.past.capacity() - before);
				spend(past.size());
			}

			@Override
			public void beyond(final double probability) {
				settled += probability * past.total();
				effort.spend(COST_OF_WAY);
			}
		});
		effort.release(past.capacity());
	}

	private Node child(final int line, final int[] left, final StateTable<Node> next) {
		final long key = key(left);
		final Node known = next.get(key);
		if (known != null) return known;
		final Node child = new Node(left.clone(), bounds.leastBelow(line, left), bounds.mostBelow(left), new ValueClasses(
			width));
		next.put(key, child);
		effort.keep(OF_STATE);
		effort.spend((long) COST_OF_BOUND * columns.length * lines.length);
		return child;
	}

	/** What the lines from this one on give, when the columns have these counts left; built when first asked for. */
	private ValueClasses below(final int line, final int[] left) {
		if (line == lines.length - 1) return ValueClasses.certain(width, bounds.mostBelow(left));
		final long key = key(left);
		final ValueClasses known = below.get(line).get(key);
		if (known != null) return known;
		final ValueClasses made = fromHere(line, left.clone()).trimmed();
		effort.keep(made.capacity() + OF_STATE);
		below.get(line).put(key, made);
		return made;
	}

	/** With whatever stands above, sums of the cap and more count. */
	private ValueClasses fromHere(final int line, final int[] left) {
		final long cap = observed - bounds.leastAbove(line, left);
		final ValueClasses made = new ValueClasses(width);
		split(line, left, cap, new LineSplits.Action() {

			@Override
			public void accept(final int[] after, final long steps, final double probability) {
				if (line == lines.length - 2) {
					made.add(steps + bounds.mostBelow(after), 0, probability);
					spend(1);
					return;
				}
				final ValueClasses rest = below(line + 1, after);
				made.addBeyond(probability * made.addOpen(rest, steps, probability, Long.MIN_VALUE / 4, cap));
				spend(rest.size());
			}

			@Override
			public void beyond(final double probability) {
				made.addBeyond(probability);
				effort.spend(COST_OF_WAY);
			}
		});
		return made;
	}

	private void spend(final int classes) {
		classSteps += classes / CLASSES_A_STEP;
		effort.spend(COST_OF_WAY + classes / CLASSES_A_STEP);
	}

	private void split(final int line, final int[] left, final long limit, final LineSplits.Action action) {
		effort.spend((long) columns.length * (lines.length - line));
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
