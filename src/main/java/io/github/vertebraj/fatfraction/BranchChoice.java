package io.github.vertebraj.fatfraction;

/** Chooses one of the two answers of each voxel's magnitudes. For one thread. */
interface BranchChoice {

	/**
	 * What was chosen.
	 *
	 * @param answer    the voxel's own; null for none
	 * @param isCertain whether the other answer is worse by more than the noise, or the same
	 */
	record Choice(MagnitudeAnswer answer, boolean isCertain) {}

	/** Reads what the voxels of some rows of a plane need. */
	void read(int z, int fromRow, int rows);

	/** The rows of the plane; a voxel is where {@link #at} says. */
	MagnitudeRows plane();

	/** Where a voxel is in the rows. */
	int at(int x, int y);

	/**
	 * Chooses for a voxel that can be measured.
	 *
	 * @param fit that holds the magnitudes of the voxel
	 */
	Choice choose(int x, int y, MagnitudeFit fit);
}
