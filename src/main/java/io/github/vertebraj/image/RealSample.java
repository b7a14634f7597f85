package io.github.vertebraj.image;

/** Voxels of any type, kept as real values. */
final class RealSample implements RegionSample<RegionStatistics> {

	private final RealValues real;
	private final OrderStatistics order = new OrderStatistics();

	RealSample(final VoxelReader reader, final ValueScale scale) {
		real = new RealValues(reader, scale);
	}

	@Override
	public void add(final VoxelBlock block, final int[] runs) {
		real.add(block, runs);
	}

	@Override
	public RegionStatistics finish() {
		final double[] values = real.array();
		final int n = real.size();
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
		final RegionStatistics statistics = RegionStatistics.of(n + real.nan(), real.nan(), negative, mean, sd, new Quantiles(n,
			k -> order.get((int) k)));
		real.clear();
		return statistics;
	}
}
