package io.github.vertebraj.image;

/**
 * Connected components of a mask that is too large for memory: it is shown plane by plane, twice. The first time
 * ({@link #add}) components are joined and counted (union-find over runs, R. Tarjan, J ACM 1975;22:215-225,
 * 10.1145/321879.321884); after {@link #select} the same planes again give the component of each run ({@link #labels}).
 * Components are numbered by their first voxel, in the order in which it is shown: x fastest, then y, then planes. Memory
 * is four bytes for each piece that begins anew, at most one in eight (26 neighbours) or two (6) voxels.
 * <p>
 * Not thread-safe.
 */
public final class ConnectedComponents {

	/** Whether a component is wanted. */
	@FunctionalInterface
	public interface Selection {

		/**
		 * @param piece  the number of its first piece, see {@link ConnectedComponents#pieces()}
		 * @param voxels how many it has
		 */
		boolean keeps(int piece, int voxels);
	}

	private final Connectivity connectivity;
	/** Of each piece: 1 + the piece it was joined to, which is less; or -(number of voxels). At last, the component. */
	private final IntChunks joined = new IntChunks();
	private RunLabels labels;
	private boolean isSelected;

	public ConnectedComponents(final Connectivity connectivity) {
		this.connectivity = connectivity;
		labels = new RunLabels(connectivity);
	}

	/** Pieces so far: a piece is a run that had no neighbour before it; its number never changes. */
	public int pieces() {
		return labels.count();
	}

	/** Says, both times, that the next plane is no neighbour of the last one. */
	public void part() {
		labels.part();
	}

	/**
	 * Shows the next plane for the first time.
	 *
	 * @param runs y, first x and last x + 1 of each run of voxels, rising by y and x, with a gap between runs of a row
	 */
	public void add(final int[] runs) {
		if (isSelected) throw new IllegalStateException("Components were selected, so nothing can be added");
		final int[] given = labels.next(runs, this::join);
		for (int i = 0; i < given.length; i++) {
			final int root = root(given[i]);
			joined.set(root, Math.subtractExact(joined.get(root), runs[3 * i + 2] - runs[3 * i + 1]));
		}
	}

	private int root(final int piece) {
		int root = piece;
		while (joined.get(root) > 0)
			root = joined.get(root) - 1;
		for (int next = piece; next != root;) {
			final int above = joined.get(next) - 1;
			joined.set(next, root + 1);
			next = above;
		}
		return root;
	}

	private void join(final int a, final int b) {
		final int first = root(a);
		final int second = root(b);
		if (first == second) return;
		final int low = Math.min(first, second);
		final int high = Math.max(first, second);
		joined.set(low, Math.addExact(joined.get(low), joined.get(high)));
		joined.set(high, low + 1);
	}

	/**
	 * Numbers the components from 1 on, those left out apart. Then the planes can be shown again, from the first.
	 *
	 * @return the number of components that are kept
	 */
	public int select(final Selection selection) {
		if (isSelected) throw new IllegalStateException("Components were selected already");
		isSelected = true;
		int kept = 0;
		for (int piece = 0; piece < labels.count(); piece++) {
			final int value = joined.get(piece);
			if (value > 0) joined.set(piece, joined.get(value - 1));
			else joined.set(piece, selection.keeps(piece, -value) ? ++kept : 0);
		}
		labels = new RunLabels(connectivity);
		return kept;
	}

	/**
	 * Shows the next plane for the second time.
	 *
	 * @param runs the same as the first time
	 * @return the component of each run, 0 for those left out
	 */
	public int[] labels(final int[] runs) {
		if (!isSelected) throw new IllegalStateException("Components must be selected before they are told");
		// the given labels are still needed for the next plane
		final int[] components = labels.next(runs, RunLabels.Joining.NONE).clone();
		for (int i = 0; i < components.length; i++)
			components[i] = joined.get(components[i]);
		return components;
	}
}
