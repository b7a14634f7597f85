package io.github.vertebraj.image;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Regions that are measured together, since they lie on one slice only and the same: it is read once for all of them. A
 * region of several slices is a group of its own.
 *
 * @param regions their indices
 * @param slices  what is read of each slice
 */
record RegionGroup(List<Integer> regions, List<Slice> slices) {

	/**
	 * The rectangle of a slice that holds all regions of the group.
	 *
	 * @param runs for each region of the group y, x and length of each run, counted from the corner of the rectangle
	 */
	record Slice(int z, int x, int y, int width, int height, List<int[]> runs) {

		private static Slice of(final int z, final List<List<Region.Run>> regions) {
			int x0 = Integer.MAX_VALUE;
			int x1 = 0;
			int y0 = Integer.MAX_VALUE;
			int y1 = 0;
			for (final List<Region.Run> runs : regions)
				for (final Region.Run run : runs) {
					x0 = Math.min(x0, run.xFrom());
					x1 = Math.max(x1, run.xTo());
					y0 = Math.min(y0, run.y());
					y1 = Math.max(y1, run.y() + 1);
				}
			final List<int[]> packed = new ArrayList<>();
			for (final List<Region.Run> runs : regions) {
				final int[] numbers = new int[3 * runs.size()];
				for (int i = 0; i < runs.size(); i++) {
					numbers[3 * i] = runs.get(i).y() - y0;
					numbers[3 * i + 1] = runs.get(i).xFrom() - x0;
					numbers[3 * i + 2] = runs.get(i).length();
				}
				packed.add(numbers);
			}
			return new Slice(z, x0, y0, x1 - x0, y1 - y0, packed);
		}
	}

	/** Sorts regions into groups. */
	static List<RegionGroup> of(final List<Region> regions) {
		final List<RegionGroup> groups = new ArrayList<>();
		final SortedMap<Integer, List<Integer>> flat = new TreeMap<>();
		for (int i = 0; i < regions.size(); i++) {
			final Region region = regions.get(i);
			final int first = region.runs().get(0).z();
			final int last = region.runs().get(region.runs().size() - 1).z();
			if (first == last) flat.computeIfAbsent(first, z -> new ArrayList<>()).add(i);
			else groups.add(new RegionGroup(List.of(i), slices(region)));
		}
		flat.forEach((z, indices) -> groups.add(new RegionGroup(indices, List.of(Slice.of(z, indices.stream().map(
			i -> regions.get(i).runs()).toList())))));
		return groups;
	}

	private static List<Slice> slices(final Region region) {
		final List<Slice> slices = new ArrayList<>();
		final List<Region.Run> runs = region.runs();
		for (int from = 0, to = 0; from < runs.size(); from = to) {
			final int z = runs.get(from).z();
			while (to < runs.size() && runs.get(to).z() == z)
				to++;
			slices.add(Slice.of(z, List.of(runs.subList(from, to))));
		}
		return slices;
	}
}
