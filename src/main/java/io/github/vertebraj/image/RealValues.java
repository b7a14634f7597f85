package io.github.vertebraj.image;

import java.util.Arrays;

/** The finite real values of a region's voxels, in the order in which they were added. Its memory is used again. */
final class RealValues {

	private final VoxelReader reader;
	private final ValueScale scale;
	private double[] values = new double[1024];
	private int n;
	private long nan;

	RealValues(final VoxelReader reader, final ValueScale scale) {
		this.reader = reader;
		this.scale = scale;
	}

	/** The first {@link #size()} elements are the values; the array is this one's own. */
	double[] array() {
		return values;
	}

	int size() {
		return n;
	}

	/** How many were not a number, or infinite. */
	long nan() {
		return nan;
	}

	void clear() {
		n = 0;
		nan = 0;
	}

	/**
	 * Adds voxels of one plane.
	 *
	 * @param runs y, x and length of each run, counted from the first voxel of the block
	 */
	void add(final VoxelBlock block, final int[] runs) {
		for (int i = 0; i < runs.length; i += 3) {
			final int from = block.offset() + runs[i] * block.stride() + runs[i + 1];
			final int length = runs[i + 2];
			if (values.length < n + length) values = Arrays.copyOf(values, Math.max(2 * values.length, n + length));
			switch (reader.kind()) {
				case CODES -> codes(block.codes(), from, length);
				case FLOATS -> floats(block.floats(), from, length);
				default -> doubles(block.doubles(), from, length);
			}
		}
	}

	private void codes(final short[] codes, final int from, final int length) {
		for (int j = from; j < from + length; j++)
			values[n++] = scale.real(reader.stored(codes[j] & 0xffff));
	}

	private void floats(final float[] floats, final int from, final int length) {
		for (int j = from; j < from + length; j++)
			add(floats[j]);
	}

	private void doubles(final double[] doubles, final int from, final int length) {
		for (int j = from; j < from + length; j++)
			add(doubles[j]);
	}

	private void add(final double stored) {
		final double real = scale.real(stored);
		if (Double.isFinite(real)) values[n++] = real;
		else nan++;
	}
}
