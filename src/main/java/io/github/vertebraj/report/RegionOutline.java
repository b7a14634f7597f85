package io.github.vertebraj.report;

import java.awt.geom.Path2D;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.Region.Run;

/**
 * A region on one slice as a figure needs it: the edges between the voxels inside and those outside, exactly, in voxel
 * coordinates (voxel (0, 0) covers 0 to 1).
 *
 * @param name  of the region
 * @param runs  its voxels on the slice
 * @param edges straight pieces along the voxels' sides
 */
record RegionOutline(String name, List<Run> runs, Path2D edges) {

	/**
	 * The outline of a region's voxels on slice z; empty when it has none there. What lies outside the image is cut off.
	 *
	 * @param width  of the image, in voxels
	 * @param height of the image, in voxels
	 */
	static RegionOutline of(final Region region, final int z, final long width, final long height) {
		final List<Run> runs = region.runs().stream().filter(run -> run.z() == z && run.y() >= 0 && run.y() < height && run
			.xFrom() < width && run.xTo() > 0).map(run -> new Run(z, run.y(), Math.max(0, run.xFrom()), (int) Math.min(width,
				run.xTo()))).toList();
		final Path2D edges = new Path2D.Double();
		final Map<Integer, BitSet> rows = new TreeMap<>();
		for (final Run run : runs) {
			line(edges, run.xFrom(), run.y(), run.xFrom(), run.y() + 1);
			line(edges, run.xTo(), run.y(), run.xTo(), run.y() + 1);
			// the line above a row and the one below are edges where just one of the two rows that meet there is inside
			rows.computeIfAbsent(run.y(), y -> new BitSet()).flip(run.xFrom(), run.xTo());
			rows.computeIfAbsent(run.y() + 1, y -> new BitSet()).flip(run.xFrom(), run.xTo());
		}
		rows.forEach((y, row) -> {
			for (int from = row.nextSetBit(0); from >= 0; from = row.nextSetBit(row.nextClearBit(from)))
				line(edges, from, y, row.nextClearBit(from), y);
		});
		return new RegionOutline(region.name(), runs, edges);
	}

	private static void line(final Path2D path, final int x1, final int y1, final int x2, final int y2) {
		path.moveTo(x1, y1);
		path.lineTo(x2, y2);
	}

	boolean isEmpty() {
		return runs.isEmpty();
	}
}
