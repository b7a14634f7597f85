package io.github.vertebraj.image;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A named set of voxels, of any shape, on any number of slices: the whole pixels inside, as ImageJ counts them. Kept as
 * runs along x, so that measuring reads memory in order.
 */
public final class Region {

	/**
	 * Voxels from {@code xFrom} (inclusive) to {@code xTo} (exclusive) of one row.
	 */
	public record Run(int z, int y, int xFrom, int xTo) implements Comparable<Run> {

		public Run {
			if (xTo <= xFrom) throw new IllegalArgumentException("A run ends behind its start, but goes from x = " + xFrom +
				" to " + xTo);
		}

		public int length() {
			return xTo - xFrom;
		}

		@Override
		public int compareTo(final Run other) {
			if (z != other.z) return Integer.compare(z, other.z);
			if (y != other.y) return Integer.compare(y, other.y);
			return Integer.compare(xFrom, other.xFrom);
		}
	}

	private final String name;
	private final List<Run> runs;

	/**
	 * @param name what the region is called, see the region names of the command reference
	 * @param runs in any order; overlapping runs are joined, so that no voxel counts twice
	 */
	public Region(final String name, final List<Run> runs) {
		this.name = Objects.requireNonNull(name, "name");
		this.runs = join(runs);
	}

	private static List<Run> join(final List<Run> runs) {
		final Run[] sorted = runs.toArray(Run[]::new);
		Arrays.sort(sorted);
		int n = 0;
		for (final Run run : sorted) {
			final Run last = n == 0 ? null : sorted[n - 1];
			if (last != null && last.z == run.z && last.y == run.y && run.xFrom <= last.xTo) sorted[n - 1] = new Run(last.z,
				last.y, last.xFrom, Math.max(last.xTo, run.xTo));
			else sorted[n++] = run;
		}
		return List.of(Arrays.copyOf(sorted, n));
	}

	public String name() {
		return name;
	}

	/** The runs, sorted by z, y, x and disjoint. */
	public List<Run> runs() {
		return runs;
	}

	public long voxelCount() {
		return runs.stream().mapToLong(Run::length).sum();
	}

	public boolean isEmpty() {
		return runs.isEmpty();
	}

	/** The slices (from 0) on which the region has voxels, rising. */
	public int[] slices() {
		return runs.stream().mapToInt(Run::z).distinct().toArray();
	}

	/** The part of the region on one slice; empty when it has no voxel there. */
	public Region onSlice(final int z) {
		return new Region(name, runs.stream().filter(run -> run.z == z).toList());
	}

	@Override
	public String toString() {
		return name + " (" + voxelCount() + " voxels)";
	}
}
