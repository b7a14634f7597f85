package io.github.vertebraj.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** The real values of a volume, plane by plane. Not thread-safe: each task takes its own {@link #copy()}. */
public final class RealPlane {

	private final VoxelReader reader;
	private final ValueScale scale;
	private final int width;
	private final int height;
	private final VoxelBlock block = new VoxelBlock();
	private final double[] values;

	/**
	 * @param volume stored values, axes x, y, z
	 */
	public RealPlane(final RandomAccessibleInterval<? extends RealType<?>> volume, final ValueScale scale) {
		this(VoxelReader.of(volume), scale, Math.toIntExact(volume.dimension(0)), Math.toIntExact(volume.dimension(1)));
	}

	private RealPlane(final VoxelReader reader, final ValueScale scale, final int width, final int height) {
		this.reader = reader;
		this.scale = scale;
		this.width = width;
		this.height = height;
		values = new double[Math.multiplyExact(width, height)];
	}

	/** One for another thread. */
	public RealPlane copy() {
		return new RealPlane(reader.copy(), scale, width, height);
	}

	/** The values of plane z (from 0), x fastest; overwritten by the next. */
	public double[] read(final int z) {
		reader.read(new long[] { 0, 0, z }, width, height, block);
		final int from = block.offset();
		switch (reader.kind()) {
			case CODES -> {
				for (int i = 0; i < values.length; i++)
					values[i] = scale.real(reader.stored(block.codes()[from + i] & 0xffff));
			}
			case FLOATS -> {
				for (int i = 0; i < values.length; i++)
					values[i] = scale.real(block.floats()[from + i]);
			}
			default -> {
				for (int i = 0; i < values.length; i++)
					values[i] = scale.real(block.doubles()[from + i]);
			}
		}
		return values;
	}
}
