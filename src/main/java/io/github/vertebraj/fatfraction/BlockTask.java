package io.github.vertebraj.fatfraction;

import java.util.Arrays;

/** Finds the minima of the residual of rows of blocks, for one thread. */
final class BlockTask {

	private final ComplexRows rows;
	private final ResidualCurve curve;
	private final BlockGrid grid;
	private final int echoes;
	/** Products of the signals of each column of voxels, by pair of echoes. */
	private final float[][] own;
	private final float[][] pairReal;
	private final float[][] pairImaginary;

	BlockTask(final ComplexRows rows, final ResidualCurve curve, final BlockGrid grid) {
		this.rows = rows;
		this.curve = curve;
		this.grid = grid;
		echoes = curve.own.length;
		own = new float[echoes][grid.voxels[0]];
		pairReal = new float[curve.pairReal.length][grid.voxels[0]];
		pairImaginary = new float[curve.pairReal.length][grid.voxels[0]];
	}

	/** Does the blocks of one y and z. */
	void row(final int blockY, final int blockZ) {
		for (final float[][] sums : new float[][][] { own, pairReal, pairImaginary })
			for (final float[] sum : sums)
				Arrays.fill(sum, 0);
		final int fromY = blockY * grid.edge[1];
		final int height = Math.min(grid.edge[1], grid.voxels[1] - fromY);
		final int toZ = Math.min((blockZ + 1) * grid.edge[2], grid.voxels[2]);
		for (int z = blockZ * grid.edge[2]; z < toZ; z++) {
			rows.read(fromY, z, height);
			for (int y = 0; y < height; y++)
				add(y * grid.voxels[0]);
		}
		for (int x = 0; x < grid.blocks[0]; x++) {
			final int from = x * grid.edge[0];
			final int to = Math.min(from + grid.edge[0], grid.voxels[0]);
			sum(own, from, to, curve.own);
			sum(pairReal, from, to, curve.pairReal);
			sum(pairImaginary, from, to, curve.pairImaginary);
			grid.take(grid.index(x, blockY, blockZ), curve.find(), curve);
		}
	}

	/** Adds the products of a row of voxels. */
	private void add(final int at) {
		int pair = 0;
		for (int n = 0; n < echoes; n++) {
			addOwn(rows.real[n], rows.imaginary[n], at, own[n]);
			for (int m = n + 1; m < echoes; m++, pair++)
				addPair(rows.real[n], rows.imaginary[n], rows.real[m], rows.imaginary[m], at, pairReal[pair],
					pairImaginary[pair]);
		}
	}

	private static void addOwn(final float[] r, final float[] i, final int at, final float[] sum) {
		for (int x = 0; x < sum.length; x++)
			sum[x] += r[at + x] * r[at + x] + i[at + x] * i[at + x];
	}

	private static void addPair(final float[] nr, final float[] ni, final float[] mr, final float[] mi, final int at,
		final float[] real, final float[] imaginary)
	{
		for (int x = 0; x < real.length; x++) {
			real[x] += nr[at + x] * mr[at + x] + ni[at + x] * mi[at + x];
			imaginary[x] += nr[at + x] * mi[at + x] - ni[at + x] * mr[at + x];
		}
	}

	private static void sum(final float[][] columns, final int from, final int to, final double[] into) {
		for (int k = 0; k < into.length; k++) {
			double sum = 0;
			for (int x = from; x < to; x++)
				sum += columns[k][x];
			into[k] = sum;
		}
	}
}
