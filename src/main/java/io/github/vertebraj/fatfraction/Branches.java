package io.github.vertebraj.fatfraction;

import java.util.OptionalDouble;

/**
 * The two answers of each voxel, more water or more fat, and which of them the neighbourhood supports. Magnitudes of a
 * fat fraction and of another one beyond 50 % differ little, so that the noise of a single voxel often chooses wrongly:
 * the costs of both are summed over the 3 × 3 × 3 voxels around, those that have the same two answers, and the smaller
 * sum is right.
 */
final class Branches {

	/** Voxels whose answers differ by more than this (as fractions) are another tissue. */
	private static final float SAME = 0.15f;
	/** A difference of the sums of squares below this many variances decides nothing: odds of less than e² to 1. */
	private static final double UNDECIDED = 4;

	/** What a neighbourhood says: the fat fraction (0 to 1, NaN for none), and whether it is sure. */
	record Decision(float fraction, boolean isCertain) {}

	private final int width;
	private final int height;
	private final int depth;
	private final int freedom;
	private final OptionalDouble noiseVariance;
	/** With more water, with more fat; then by plane: fat fractions, 0 to 1; NaN where there is none. */
	private final float[][][] fractions;
	/** With more water, with more fat; then by plane. */
	private final float[][][] costs;

	/**
	 * @param freedom       samples less unknowns of a voxel
	 * @param noiseVariance of a sample; empty to take it from the residuals
	 */
	Branches(final int width, final int height, final int depth, final int freedom,
		final OptionalDouble noiseVariance) {
		this.width = width;
		this.height = height;
		this.depth = depth;
		this.freedom = freedom;
		this.noiseVariance = noiseVariance;
		fractions = new float[2][depth][width * height];
		costs = new float[2][depth][width * height];
	}

	void put(final int z, final int at, final double[] both, final double[] cost) {
		for (int i = 0; i < 2; i++) {
			fractions[i][z][at] = (float) both[i];
			costs[i][z][at] = (float) cost[i];
		}
	}

	/** Decides about a voxel; one that has only one answer has no choice. */
	Decision decide(final int x, final int y, final int z) {
		final float water = fractions[0][z][y * width + x];
		final float fat = fractions[1][z][y * width + x];
		if (Float.isNaN(water) || Float.isNaN(fat)) return new Decision(Float.isNaN(water) ? fat : water, true);
		double waterCost = 0;
		double fatCost = 0;
		int n = 0;
		for (int k = Math.max(0, z - 1); k <= Math.min(depth - 1, z + 1); k++)
			for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++)
				for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
					final int at = j * width + i;
					if (!(Math.abs(fractions[0][k][at] - water) < SAME && Math.abs(fractions[1][k][at] - fat) < SAME)) continue;
					waterCost += costs[0][k][at];
					fatCost += costs[1][k][at];
					n++;
				}
		final double variance = noiseVariance.orElse(Math.min(waterCost, fatCost) / (n * Math.max(1, freedom)));
		return new Decision(waterCost <= fatCost ? water : fat, fat - water < MagnitudeFit.ONE || Math.abs(waterCost -
			fatCost) > UNDECIDED * variance);
	}
}
