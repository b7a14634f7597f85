package io.github.vertebraj.image;

/** Collects the voxels of one region after the other and measures them. Not thread-safe. */
interface RegionSample {

	/**
	 * Adds voxels of one plane.
	 *
	 * @param runs y, x and length of each run, counted from the first voxel of the block
	 */
	void add(VoxelBlock block, int[] runs);

	/** The statistics of what was added; then it is empty again. */
	RegionStatistics finish();

	/** A sample that suits the voxels of a reader. */
	static RegionSample of(final VoxelReader reader, final ValueScale scale) {
		return reader.kind() == VoxelBlock.Kind.CODES ? new CodeSample(reader, scale) : new RealSample(reader.kind(),
			scale);
	}
}
