package io.github.vertebraj.fatfraction;

/**
 * The blocks of voxels in which the field is sought first: small, so that the field hardly changes within, but of
 * several voxels where the image is large, so that noise averages out. Holds what is known about each block: three
 * minima of the residual, and the energy of the signal. The last block along an axis may be smaller.
 */
final class BlockGrid {

	private static final int LARGE = 96;
	private static final int MEDIUM = 24;
	private static final int MANY_SLICES = 16;

	/** Voxels of the image along x, y, z. */
	final int[] voxels;
	/** Voxels of a block along x, y, z. */
	final int[] edge;
	/** Blocks along x, y, z. */
	final int[] blocks;
	/** Fields of the minima in Hz, minimum fastest, then x, y, z of the block. */
	final float[] fields;
	/** The phases of the odd echoes at the minima. */
	final float[] phases;
	/** The residuals at the minima as a share of the energy; infinite where there is none. */
	final float[] residuals;
	/** Sum of the squared signals. */
	final float[] energies;

	/**
	 * @param voxels along x, y, z
	 */
	BlockGrid(final int... voxels) {
		this.voxels = voxels.clone();
		edge = new int[] { inPlane(voxels[0]), inPlane(voxels[1]), voxels[2] >= MANY_SLICES ? 2 : 1 };
		blocks = new int[3];
		for (int d = 0; d < 3; d++)
			blocks[d] = (voxels[d] + edge[d] - 1) / edge[d];
		fields = new float[size() * ResidualCurve.MINIMA];
		phases = new float[fields.length];
		residuals = new float[fields.length];
		energies = new float[size()];
	}

	private static int inPlane(final int voxels) {
		return voxels >= LARGE ? 4 : voxels >= MEDIUM ? 2 : 1;
	}

	/** Number of blocks. */
	int size() {
		return blocks[0] * blocks[1] * blocks[2];
	}

	int index(final int x, final int y, final int z) {
		return (z * blocks[1] + y) * blocks[0] + x;
	}

	/** Takes what a curve found. */
	void take(final int block, final double energy, final ResidualCurve curve) {
		energies[block] = (float) energy;
		for (int i = 0; i < ResidualCurve.MINIMA; i++) {
			final int at = block * ResidualCurve.MINIMA + i;
			fields[at] = (float) curve.fields[i];
			phases[at] = (float) curve.phases[i];
			residuals[at] = (float) curve.residuals[i];
		}
	}

	/** How much each block has to say: 1 for the energy of a typical block with signal, next to 0 for air. */
	float[] weights() {
		double sum = 0;
		double squares = 0;
		for (final float energy : energies) {
			sum += energy;
			squares += (double) energy * energy;
		}
		final double typical = sum > 0 ? squares / sum : 1;
		final float[] weights = new float[energies.length];
		for (int i = 0; i < weights.length; i++)
			weights[i] = (float) Math.min(1, energies[i] / typical);
		return weights;
	}
}
