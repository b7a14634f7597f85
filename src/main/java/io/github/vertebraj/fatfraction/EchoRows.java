package io.github.vertebraj.fatfraction;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelReader;

/** Real values of some rows of a plane of one image, echo by echo. For one thread. */
final class EchoRows {

	private final VoxelReader reader;
	private final double slope;
	private final double intercept;
	private final VoxelBlock block = new VoxelBlock();
	private final long[] position;

	/**
	 * @param axes of the image: x, y, z, t, or x, y, z for one echo
	 */
	EchoRows(final VoxelReader reader, final ValueScale scale, final int axes) {
		position = new long[axes];
		this.reader = reader;
		slope = scale.slope();
		intercept = scale.intercept();
	}

	/**
	 * @param factor to multiply the values by
	 * @param into   receives width · height values
	 */
	void read(final int fromRow, final int z, final int echo, final int width, final int height, final int factor,
		final float[] into)
	{
		position[1] = fromRow;
		position[2] = z;
		if (position.length > 3) position[3] = echo;
		reader.read(position, width, height, block);
		final int n = width * height;
		final int from = block.offset();
		final double a = factor * slope;
		final double b = factor * intercept;
		switch (reader.kind()) {
			case CODES -> {
				for (int i = 0; i < n; i++)
					into[i] = (float) (a * reader.stored(block.codes()[from + i] & 0xffff) + b);
			}
			case FLOATS -> {
				if (a == 1 && b == 0) System.arraycopy(block.floats(), from, into, 0, n);
				else for (int i = 0; i < n; i++)
					into[i] = (float) (a * block.floats()[from + i] + b);
			}
			case DOUBLES -> {
				for (int i = 0; i < n; i++)
					into[i] = (float) (a * block.doubles()[from + i] + b);
			}
		}
	}
}
