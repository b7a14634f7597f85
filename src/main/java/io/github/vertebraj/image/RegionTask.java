package io.github.vertebraj.image;

/**
 * What one thread needs to measure regions.
 *
 * @param <R> what is measured
 */
final class RegionTask<R> {

	private final VoxelReader reader;
	private final RegionSample<R> sample;
	private final long[] position;
	private final VoxelBlock block = new VoxelBlock();

	RegionTask(final VoxelReader reader, final RegionSample<R> sample, final int axes) {
		this.reader = reader;
		this.sample = sample;
		position = new long[axes];
	}

	/**
	 * @param to receives the measurement of each region of the group at its index
	 */
	void measure(final RegionGroup group, final int frame, final R[] to) {
		if (position.length > 3) position[3] = frame;
		for (final RegionGroup.Slice slice : group.slices()) {
			position[0] = slice.x();
			position[1] = slice.y();
			position[2] = slice.z();
			reader.view(position, slice.width(), slice.height(), block);
			if (group.slices().size() == 1) for (int i = 0; i < group.regions().size(); i++) {
				sample.add(block, slice.runs().get(i));
				to[group.regions().get(i)] = sample.finish();
			}
			else sample.add(block, slice.runs().get(0));
		}
		if (group.slices().size() > 1) to[group.regions().get(0)] = sample.finish();
	}
}
