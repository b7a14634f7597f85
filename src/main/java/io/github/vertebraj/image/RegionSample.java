package io.github.vertebraj.image;

/**
 * Collects the voxels of one region after the other and measures them. Not thread-safe.
 *
 * @param <R> what is measured
 */
interface RegionSample<R> {

	/**
	 * Adds voxels of one plane.
	 *
	 * @param runs y, x and length of each run, counted from the first voxel of the block
	 */
	void add(VoxelBlock block, int[] runs);

	/** The measurement of what was added; then it is empty again. */
	R finish();

	/** A sample for statistics that suits the voxels of a reader. */
	static RegionSample<RegionStatistics> of(final VoxelReader reader, final ValueScale scale) {
		return reader.kind() == VoxelBlock.Kind.CODES ? new CodeSample(reader, scale) : new RealSample(reader, scale);
	}
}
