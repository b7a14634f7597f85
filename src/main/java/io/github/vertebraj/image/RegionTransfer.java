package io.github.vertebraj.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Geometry.Vector;

/**
 * Regions drawn on one image, put onto the voxels of another of the same patient. A voxel belongs to the region when the
 * voxel of the first image that is nearest to its centre does. Images of the same voxels need no place in the patient;
 * others must lie in the same frame of reference.
 */
public final class RegionTransfer {

	/**
	 * A region on the other image.
	 *
	 * @param region  may be empty
	 * @param outside voxels of the region as drawn whose centres lie outside of the other image
	 */
	public record Transferred(Region region, long outside) {}

	private final Geometry from;
	private final Geometry to;
	private final int[] size;
	private final boolean isSame;
	private final Optional<String> note;

	private RegionTransfer(final Geometry from, final Geometry to, final int[] size, final Optional<String> note) {
		this.from = from;
		this.to = to;
		this.size = size;
		this.isSame = from == null;
		this.note = note;
	}

	/**
	 * @throws IllegalArgumentException when the images do not have the same voxels, and do not lie in the same frame of
	 *           reference
	 */
	public static RegionTransfer between(final CalibratedImage drawn, final CalibratedImage other) {
		final int[] size = size(other);
		final boolean sameSize = Arrays.equals(size(drawn), size);
		if (drawn == other || sameSize && isSamePlace(drawn, other)) return new RegionTransfer(null, null, size, Optional.empty());
		final Optional<Geometry> mine = placed(drawn);
		final Optional<Geometry> theirs = placed(other);
		if (mine.isPresent() && theirs.isPresent() && mine.get().sharesFrameOfReference(theirs.get()))
			return new RegionTransfer(mine.get(), theirs.get(), size, Optional.of("'" + other.title() +
				"' has other voxels than '" + drawn.title() + "': regions are resampled by nearest neighbour"));
		if ((mine.isEmpty() || theirs.isEmpty()) && sameSize && isSameSpacing(drawn, other)) return new RegionTransfer(null,
			null, size, Optional.of("'" + (theirs.isEmpty() ? other : drawn).title() + "' does not tell its place in the" +
				" patient: the regions of '" + drawn.title() + "' are taken voxel by voxel onto '" + other.title() + "'"));
		throw new IllegalArgumentException("The regions of '" + drawn.title() + "' cannot be put onto '" + other.title() +
			"': " + (mine.isEmpty() || theirs.isEmpty() ? "'" + (mine.isEmpty() ? drawn : other).title() +
				"' does not tell its place in the patient, and their voxels differ; open both by Open Series..."
				: "their frames of reference differ (" + mine.get().frameOfReference().get() + " and " + theirs.get()
					.frameOfReference().get() + "), so their places are not comparable; register them first"));
	}

	private static int[] size(final CalibratedImage image) {
		return new int[] { image.size(0), image.size(1), image.size(2) };
	}

	private static Optional<Geometry> placed(final CalibratedImage image) {
		return image.geometry().filter(geometry -> geometry.frameOfReference().isPresent());
	}

	private static boolean isSamePlace(final CalibratedImage a, final CalibratedImage b) {
		return placed(a).isPresent() && placed(b).isPresent() && placed(a).get().sharesFrameOfReference(placed(b).get()) &&
			placed(a).get().agreesWith(placed(b).get(), a.size(0), a.size(1), a.size(2));
	}

	private static boolean isSameSpacing(final CalibratedImage a, final CalibratedImage b) {
		if (a.geometry().isEmpty() || b.geometry().isEmpty()) return true;
		for (int axis = 0; axis < 3; axis++)
			if (Math.abs(a.geometry().get().spacing(axis) / b.geometry().get().spacing(axis) - 1) > 0.01) return false;
		return true;
	}

	/** What the user should know of how regions go over. */
	public Optional<String> note() {
		return note;
	}

	/** A region as it lies on the other image. */
	public Transferred apply(final Region region) {
		if (isSame || region.isEmpty()) return new Transferred(region, 0);
		final Membership inside = new Membership(region);
		final int[][] box = box(inside);
		final List<Region.Run> runs = new ArrayList<>();
		for (int k = box[0][2]; k <= box[1][2]; k++)
			for (int j = box[0][1]; j <= box[1][1]; j++)
				for (int i = box[0][0]; i <= box[1][0]; i++)
					if (inside.has(from.toVoxel(to.toPatient(i, j, k)))) runs.add(new Region.Run(k, j, i, i + 1));
		return new Transferred(new Region(region.name(), runs), outside(region));
	}

	/** The voxels of the other image that may belong to a region: first and last index of each axis. */
	private int[][] box(final Membership inside) {
		final double[] low = { Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY };
		final double[] high = { Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY };
		for (int corner = 0; corner < 8; corner++) {
			final Vector place = from.toPatient(inside.edge(0, corner & 1), inside.edge(1, corner >> 1 & 1), inside.edge(2,
				corner >> 2));
			final double[] voxel = to.toVoxel(place);
			for (int axis = 0; axis < 3; axis++) {
				low[axis] = Math.min(low[axis], voxel[axis]);
				high[axis] = Math.max(high[axis], voxel[axis]);
			}
		}
		final int[][] box = new int[2][3];
		for (int axis = 0; axis < 3; axis++) {
			box[0][axis] = (int) Math.max(0, Math.floor(low[axis]));
			box[1][axis] = (int) Math.min(size[axis] - 1.0, Math.ceil(high[axis]));
		}
		return box;
	}

	private long outside(final Region region) {
		long outside = 0;
		for (final Region.Run run : region.runs())
			for (int x = run.xFrom(); x < run.xTo(); x++) {
				final double[] voxel = to.toVoxel(from.toPatient(x, run.y(), run.z()));
				boolean isInside = true;
				for (int axis = 0; axis < 3; axis++)
					isInside &= voxel[axis] >= -0.5 && voxel[axis] < size[axis] - 0.5;
				if (!isInside) outside++;
			}
		return outside;
	}

	/** The voxels of a region as bits of the box around it. */
	private static final class Membership {

		private final int[] min = { Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE };
		private final int[] max = { Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE };
		private final List<BitSet> slices = new ArrayList<>();

		private Membership(final Region region) {
			for (final Region.Run run : region.runs()) {
				extend(0, run.xFrom(), run.xTo() - 1);
				extend(1, run.y(), run.y());
				extend(2, run.z(), run.z());
			}
			for (int z = min[2]; z <= max[2]; z++)
				slices.add(new BitSet());
			final int width = max[0] - min[0] + 1;
			for (final Region.Run run : region.runs()) {
				final int row = (run.y() - min[1]) * width - min[0];
				slices.get(run.z() - min[2]).set(row + run.xFrom(), row + run.xTo());
			}
		}

		private void extend(final int axis, final int from, final int to) {
			min[axis] = Math.min(min[axis], from);
			max[axis] = Math.max(max[axis], to);
		}

		/** The outer side of the first (0) or last (1) voxel along an axis. */
		private double edge(final int axis, final int side) {
			return side == 0 ? min[axis] - 0.5 : max[axis] + 0.5;
		}

		private boolean has(final double[] voxel) {
			final long x = Math.round(voxel[0]) - min[0];
			final long y = Math.round(voxel[1]) - min[1];
			final long z = Math.round(voxel[2]) - min[2];
			final int width = max[0] - min[0] + 1;
			return x >= 0 && x < width && y >= 0 && y <= max[1] - min[1] && z >= 0 && z < slices.size() && slices.get((int) z)
				.get((int) (y * width + x));
		}
	}
}
