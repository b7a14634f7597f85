package io.github.vertebraj.image;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** Reads voxel by voxel: for views that cannot be read by block. */
final class CursorReader extends VoxelReader {

	private final RandomAccessibleInterval<? extends RealType<?>> source;
	private final RandomAccess<? extends RealType<?>> access;

	CursorReader(final RandomAccessibleInterval<? extends RealType<?>> source, final VoxelBlock.Kind kind,
		final int signBit)
	{
		super(kind, signBit);
		this.source = source;
		access = source.randomAccess();
	}

	@Override
	public void read(final long[] position, final int width, final int height, final VoxelBlock into) {
		final Object array = into.room(kind(), width * height);
		access.setPosition(position);
		int i = 0;
		for (int y = 0; y < height; y++, i += width) {
			access.setPosition(position[0], 0);
			access.setPosition(position[1] + y, 1);
			switch (kind()) {
				case CODES -> codes((short[]) array, i, width);
				case FLOATS -> floats((float[]) array, i, width);
				case DOUBLES -> doubles((double[]) array, i, width);
			}
		}
		into.show(array, 0, width);
	}

	private void codes(final short[] array, final int from, final int width) {
		for (int x = 0; x < width; x++)
			array[from + x] = (short) ((IntegerType<?>) step(x)).getInteger();
	}

	private void floats(final float[] array, final int from, final int width) {
		for (int x = 0; x < width; x++)
			array[from + x] = step(x).getRealFloat();
	}

	private void doubles(final double[] array, final int from, final int width) {
		for (int x = 0; x < width; x++)
			array[from + x] = step(x).getRealDouble();
	}

	/** The next voxel of a row; never a step beyond its end, where a lazy image may have no cell to load. */
	private RealType<?> step(final int x) {
		if (x > 0) access.fwd(0);
		return access.get();
	}

	@Override
	public VoxelReader copy() {
		return new CursorReader(source, kind(), signBit());
	}
}
