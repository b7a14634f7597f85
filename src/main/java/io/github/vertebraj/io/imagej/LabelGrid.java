package io.github.vertebraj.io.imagej;

import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlanarVoxels;
import io.github.vertebraj.image.VoxelLoop;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/** How the voxels of a label image lie to those of another image in the same coordinates. */
final class LabelGrid {

	/** Places that are nearer than this, in mm, are the same. */
	private static final double SAME_PLACE = 0.1;

	private final Geometry labels;
	private final int[] labelSize;
	private final Geometry image;
	private final int[] imageSize;

	/** Sizes are numbers of voxels along x, y, z. */
	LabelGrid(final Geometry labels, final int[] labelSize, final Geometry image, final int[] imageSize) {
		this.labels = labels;
		this.labelSize = labelSize;
		this.image = image;
		this.imageSize = imageSize;
	}

	/** Whether both are the same set of places: as many voxels, and the corners of one are the corners of the other. */
	boolean isSameVoxels() {
		if (voxels(labelSize) != voxels(imageSize)) return false;
		for (int corner = 0; corner < 8; corner++) {
			final Vector place = image.toPatient((corner & 1) * (imageSize[0] - 1.0), (corner >> 1 & 1) * (imageSize[1] - 1.0),
				(corner >> 2) * (imageSize[2] - 1.0));
			final double[] voxel = labels.toVoxel(place);
			for (int axis = 0; axis < 3; axis++) {
				voxel[axis] = Math.rint(voxel[axis]);
				if (voxel[axis] != 0 && voxel[axis] != labelSize[axis] - 1) return false;
			}
			if (labels.toPatient(voxel[0], voxel[1], voxel[2]).minus(place).length() > SAME_PLACE) return false;
		}
		return sorted(labelSize).equals(sorted(imageSize));
	}

	private static long voxels(final int[] size) {
		return (long) size[0] * size[1] * size[2];
	}

	private static List<Integer> sorted(final int[] size) {
		return Arrays.stream(size).sorted().boxed().toList();
	}

	/** Labels of the same voxels in the order of the image; axes x, y, z. */
	<T extends RealType<T>> RandomAccessibleInterval<T> reordered(
		final RandomAccessibleInterval<? extends RealType<?>> volume)
	{
		RandomAccessibleInterval<T> view = Views.zeroMin(Cast.<RandomAccessibleInterval<T>> unchecked(volume));
		final int[] shown = { 0, 1, 2 }; // which axis of the labels each axis of the view is
		for (int axis = 0; axis < 3; axis++) {
			final double[] step = step(axis);
			int now = axis;
			for (int other = axis + 1; other < 3; other++)
				if (Math.abs(step[shown[other]]) > Math.abs(step[shown[now]])) now = other;
			final int along = shown[now];
			view = Views.permute(view, axis, now);
			shown[now] = shown[axis];
			shown[axis] = along;
			if (step[along] < 0) view = Views.zeroMin(Views.invertAxis(view, axis));
		}
		return view;
	}

	/** From voxel to voxel of the image along an axis, in voxels of the labels. */
	private double[] step(final int axis) {
		final double[] from = labels.toVoxel(image.origin());
		final double[] to = labels.toVoxel(image.toPatient(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0));
		return new double[] { to[0] - from[0], to[1] - from[1], to[2] - from[2] };
	}

	/**
	 * The labels nearest to the voxels of the image, 0 where there is none; axes x, y, z.
	 *
	 * @param volume whole numbers
	 */
	RandomAccessibleInterval<IntType> resampled(final RandomAccessibleInterval<? extends RealType<?>> volume) {
		final int[][] planes = new int[imageSize[2]][imageSize[0] * imageSize[1]];
		final double[] step = step(0);
		VoxelLoop.run("Resampling labels", planes.length, done -> {}, volume::randomAccess, (access, z) -> {
			for (int y = 0; y < imageSize[1]; y++)
				fillRow(planes[z], y * imageSize[0], labels.toVoxel(image.toPatient(0, y, z)), step, access, volume
					.minAsLongArray());
		});
		return PlanarVoxels.of(List.of((Object[]) planes), new IntType(), imageSize[0], imageSize[1], imageSize[2]);
	}

	private void fillRow(final int[] plane, final int from, final double[] first, final double[] step,
		final RandomAccess<? extends RealType<?>> access, final long[] min)
	{
		for (int x = 0; x < imageSize[0]; x++) {
			final long i = Math.round(first[0] + x * step[0]);
			final long j = Math.round(first[1] + x * step[1]);
			final long k = Math.round(first[2] + x * step[2]);
			if (i >= 0 && j >= 0 && k >= 0 && i < labelSize[0] && j < labelSize[1] && k < labelSize[2]) plane[from +
				x] = (int) access.setPositionAndGet(min[0] + i, min[1] + j, min[2] + k).getRealDouble();
		}
	}
}
