package io.github.vertebraj.image;

/** What one thread needs to measure regions. */
final class RegionTask {

	private final VoxelReader reader;
	private final RegionSample sample;
	private final long[] position;
	private final VoxelBlock block = new VoxelBlock();

	RegionTask(final VoxelReader reader, final ValueScale scale, final int axes) {
		this.reader = reader;
		sample = RegionSample.of(reader, scale);
		position = new long[axes];
	}

	/**
	 * @param to receives the statistics of each region of the group at its index
	 */
	void measure(final RegionGroup group, final int frame, final RegionStatistics[] to) {
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
