package io.github.vertebraj.diffusion;

import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

/**
 * Which voxels of a station lie within an earlier one, by their centres: they were counted there. An image covers what
 * its voxels cover, half a voxel beyond the centres of the outermost.
 */
final class StationOverlap {

	/** Shares of a voxel below this are rounding. */
	private static final double ROUNDING = 1e-6;

	private final DiffusionStation station;
	private final List<DiffusionStation> earlier;

	StationOverlap(final DiffusionStation station, final List<DiffusionStation> earlier) {
		this.station = station;
		this.earlier = earlier;
	}

	/**
	 * What is left of a part of a row.
	 *
	 * @return first x and last x + 1 of each piece, rising
	 */
	int[] uncovered(final int y, final int z, final int from, final int to) {
		int[] pieces = { from, to };
		for (final DiffusionStation other : earlier)
			pieces = without(pieces, covered(other, y, z));
		return pieces;
	}

	/** The x of a row that another station covers: since its box is convex, one interval; empty when the ends are equal. */
	private int[] covered(final DiffusionStation other, final int y, final int z) {
		final Geometry mine = station.geometry();
		final double[] first = other.geometry().toVoxel(mine.toPatient(0, y, z));
		final double[] second = other.geometry().toVoxel(mine.toPatient(1, y, z));
		double low = 0;
		double high = station.size(0) - 1.0;
		for (int axis = 0; axis < 3; axis++) {
			final double step = second[axis] - first[axis];
			final double begin = -0.5 - ROUNDING - first[axis];
			final double end = other.size(axis) - 0.5 - ROUNDING - first[axis];
			if (Math.abs(step) < ROUNDING / station.size(0)) {
				if (begin > 0 || end < 0) return new int[] { 0, 0 };
			}
			else {
				low = Math.max(low, Math.min(begin / step, end / step));
				high = Math.min(high, Math.max(begin / step, end / step));
			}
		}
		final int from = (int) Math.ceil(low);
		final int to = (int) Math.floor(high) + 1;
		return from < to ? new int[] { from, to } : new int[] { 0, 0 };
	}

	private static int[] without(final int[] pieces, final int[] hole) {
		if (hole[0] >= hole[1]) return pieces;
		final int[] left = new int[pieces.length + 2];
		int n = 0;
		for (int i = 0; i < pieces.length; i += 2) {
			n = put(left, n, pieces[i], Math.min(pieces[i + 1], hole[0]));
			n = put(left, n, Math.max(pieces[i], hole[1]), pieces[i + 1]);
		}
		return Arrays.copyOf(left, n);
	}

	private static int put(final int[] pieces, final int n, final int from, final int to) {
		if (from >= to) return n;
		pieces[n] = from;
		pieces[n + 1] = to;
		return n + 2;
	}

	/**
	 * Whether two planes are neighbours: voxels above voxels (within half of one), one slice further on, of the same size.
	 */
	static boolean adjoin(final DiffusionStation a, final int za, final DiffusionStation b, final int zb) {
		if (a.size(0) != b.size(0) || a.size(1) != b.size(1)) return false;
		final Geometry first = a.geometry();
		final Geometry second = b.geometry();
		if (Math.abs(first.voxelVolume() / second.voxelVolume() - 1) > 1e-3) return false;
		final Vector normal = first.xStep().cross(first.yStep());
		final Vector unit = normal.times(1 / normal.length());
		for (int corner = 0; corner < 4; corner++) {
			final double i = (corner & 1) * (a.size(0) - 1.0);
			final double j = (corner >> 1) * (a.size(1) - 1.0);
			final Vector shift = second.toPatient(i, j, zb).minus(first.toPatient(i, j, za));
			final double along = shift.dot(unit);
			final double aside = shift.minus(unit.times(along)).length();
			if (aside > Math.min(first.spacing(0), first.spacing(1)) / 2 || Math.abs(along) > 1.5 * first.spacing(2) + 1e-3)
				return false;
		}
		return true;
	}
}
