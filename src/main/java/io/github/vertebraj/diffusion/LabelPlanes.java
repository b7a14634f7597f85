package io.github.vertebraj.diffusion;

import java.util.Arrays;

import io.github.vertebraj.image.PlanarVoxels;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** A label mask in the making, of no more bits than its labels need: 8, 16, or floats. */
final class LabelPlanes {

	private static final int BYTE = 0xff;
	private static final int SHORT = 0xffff;

	private final int width;
	private final int height;
	private final Object[] planes;
	private final boolean[] isUsed;
	private final RealType<?> type;

	/**
	 * @param greatest label
	 */
	LabelPlanes(final int greatest, final DiffusionStation station) {
		width = station.size(0);
		height = station.size(1);
		type = greatest <= BYTE ? new UnsignedByteType() : greatest <= SHORT ? new UnsignedShortType() : new FloatType();
		planes = new Object[station.size(2)];
		isUsed = new boolean[planes.length];
		for (int z = 0; z < planes.length; z++)
			planes[z] = greatest <= BYTE ? new byte[width * height] : greatest <= SHORT ? new short[width * height]
				: new float[width * height];
	}

	/** Gives the voxels of a run their label. */
	void fill(final int z, final int y, final int from, final int to, final int label) {
		final int row = y * width;
		isUsed[z] = true;
		if (planes[z] instanceof byte[] bytes) Arrays.fill(bytes, row + from, row + to, (byte) label);
		else if (planes[z] instanceof short[] shorts) Arrays.fill(shorts, row + from, row + to, (short) label);
		else Arrays.fill((float[]) planes[z], row + from, row + to, label);
	}

	/** Whether a plane has any label. */
	boolean isUsed(final int z) {
		return isUsed[z];
	}

	/** Whether the i-th voxel of a plane has a label. */
	boolean has(final int z, final int i) {
		if (planes[z] instanceof byte[] bytes) return bytes[i] != 0;
		if (planes[z] instanceof short[] shorts) return shorts[i] != 0;
		return ((float[]) planes[z])[i] != 0;
	}

	/** Axes x, y, z. */
	RandomAccessibleInterval<? extends RealType<?>> image() {
		if (type instanceof UnsignedByteType bytes) return PlanarVoxels.of(Arrays.asList(planes), bytes, width, height,
			planes.length);
		if (type instanceof UnsignedShortType shorts) return PlanarVoxels.of(Arrays.asList(planes), shorts, width, height,
			planes.length);
		return PlanarVoxels.of(Arrays.asList(planes), (FloatType) type, width, height, planes.length);
	}
}
