package io.github.vertebraj.diffusion;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelReader;

/**
 * Logarithms of the real signal of blocks, in double precision: from a table where stored values are whole numbers of at
 * most 16 bits, computed otherwise. A signal that is 0, negative, infinite or not a number has no logarithm, here NaN.
 * Not thread-safe, but copies share the table.
 */
final class LogSignal {

	/** Voxels at once, at most. */
	static final int SIZE = 1024;

	private final VoxelReader reader;
	private final ValueScale scale;
	/** By code; null when there are none. */
	private final double[] table;
	private final BlockLog log = new BlockLog();
	private final double[] scratch = new double[SIZE];

	LogSignal(final VoxelReader reader, final ValueScale scale) {
		this(reader, scale, reader.kind() == VoxelBlock.Kind.CODES ? table(reader, scale) : null);
	}

	private LogSignal(final VoxelReader reader, final ValueScale scale, final double[] table) {
		this.reader = reader;
		this.scale = scale;
		this.table = table;
	}

	private static double[] table(final VoxelReader reader, final ValueScale scale) {
		final double[] table = new double[0x10000];
		for (int code = 0; code < table.length; code++)
			table[code] = scale.real(reader.stored(code));
		new BlockLog().apply(table, table.length);
		return table;
	}

	LogSignal copy() {
		return new LogSignal(reader, scale, table);
	}

	/** ln S of each code in single precision, relative to the logarithm of 512 steps of the scale. */
	float[] relativeTable() {
		final double middle = Math.log(Math.abs(scale.slope()) * 512);
		final float[] relative = new float[table.length];
		for (int code = 0; code < table.length; code++)
			relative[code] = (float) (table[code] - middle);
		return relative;
	}

	/** Adds weight · ln S of n voxels, at most {@link #SIZE}. */
	void add(final VoxelBlock block, final int from, final int n, final double weight, final double[] sum) {
		final int offset = block.offset() + from;
		if (table != null) {
			look(block.codes(), offset, n, weight, table, sum);
			return;
		}
		if (reader.kind() == VoxelBlock.Kind.FLOATS) for (int j = 0; j < n; j++)
			scratch[j] = scale.real(block.floats()[offset + j]);
		else for (int j = 0; j < n; j++)
			scratch[j] = scale.real(block.doubles()[offset + j]);
		log.apply(scratch, n);
		for (int j = 0; j < n; j++)
			sum[j] += weight * scratch[j];
	}

	private static void look(final short[] codes, final int offset, final int n, final double weight,
		final double[] table, final double[] sum)
	{
		for (int j = 0; j < n; j++)
			sum[j] += weight * table[codes[offset + j] & 0xffff];
	}
}
