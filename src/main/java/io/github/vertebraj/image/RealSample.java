package io.github.vertebraj.image;

import java.util.Arrays;

/** Voxels of any type, kept as real values. */
final class RealSample implements RegionSample {

	private final VoxelBlock.Kind kind;
	private final ValueScale scale;
	private double[] values = new double[1024];
	private final OrderStatistics order = new OrderStatistics();
	private int n;
	private long nan;

	RealSample(final VoxelBlock.Kind kind, final ValueScale scale) {
		this.kind = kind;
		this.scale = scale;
	}

	@Override
	public void add(final VoxelBlock block, final int[] runs) {
		for (int i = 0; i < runs.length; i += 3) {
			final int from = block.offset() + runs[i] * block.stride() + runs[i + 1];
			final int length = runs[i + 2];
			if (values.length < n + length) values = Arrays.copyOf(values, Math.max(2 * values.length, n + length));
			if (kind == VoxelBlock.Kind.FLOATS) for (int j = 0; j < length; j++)
				add(block.floats()[from + j]);
			else for (int j = 0; j < length; j++)
				add(block.doubles()[from + j]);
		}
	}

	private void add(final double stored) {
		final double real = scale.real(stored);
		if (Double.isFinite(real)) values[n++] = real;
		else nan++;
	}

	@Override
	public RegionStatistics finish() {
		double sum = 0;
		double least = Double.POSITIVE_INFINITY;
		double greatest = Double.NEGATIVE_INFINITY;
		long negative = 0;
		for (int i = 0; i < n; i++) {
			final double value = values[i];
			sum += value;
			least = Math.min(least, value);
			greatest = Math.max(greatest, value);
			if (value < 0) negative++;
		}
		final double mean = sum / n;
		double squares = 0;
		for (int i = 0; i < n; i++)
			squares += (values[i] - mean) * (values[i] - mean);
		final double sd = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
		order.take(values, n, least, greatest);
		final RegionStatistics statistics = RegionStatistics.of(n + nan, nan, negative, mean, sd, new Quantiles(n,
			k -> order.get((int) k)));
		n = 0;
		nan = 0;
		return statistics;
	}
}
