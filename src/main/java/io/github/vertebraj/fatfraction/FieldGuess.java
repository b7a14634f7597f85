package io.github.vertebraj.fatfraction;

/**
 * The field between the middles of blocks: the mean of the eight around a voxel, weighted by nearness and energy, so
 * that air at the edge of a body does not bend it. Immutable: threads share it.
 */
final class FieldGuess {

	private static final double LEAST = 1e-6;

	private final BlockGrid grid;
	private final float[] field;
	private final float[] phase;
	private final float[] weight;
	private final double period;
	private final boolean circular;

	/**
	 * @param labels which minimum each block has
	 */
	FieldGuess(final BlockGrid grid, final byte[] labels, final double period, final boolean circular) {
		this.grid = grid;
		this.period = period;
		this.circular = circular;
		weight = grid.weights();
		field = new float[labels.length];
		phase = new float[labels.length];
		for (int i = 0; i < labels.length; i++) {
			field[i] = grid.fields[i * ResidualCurve.MINIMA + labels[i]];
			phase[i] = grid.phases[i * ResidualCurve.MINIMA + labels[i]];
		}
	}

	/** The difference of two fields, around the circle where they are periodic. */
	double difference(final double a, final double b) {
		return circular ? wrap(a - b) : a - b;
	}

	/** The field from minus to plus half a period, where it is periodic. */
	double wrap(final double hertz) {
		return circular ? hertz - period * Math.rint(hertz / period) : hertz;
	}

	double period() {
		return period;
	}

	/** The phase of the odd echoes in the block of a voxel. */
	double phase(final int x, final int y, final int z) {
		return phase[grid.index(x / grid.edge[0], y / grid.edge[1], z / grid.edge[2])];
	}

	/** The field at a voxel, in Hz. */
	double at(final int x, final int y, final int z) {
		final int bx = x / grid.edge[0];
		final int by = y / grid.edge[1];
		final int bz = z / grid.edge[2];
		final double dx = fromMiddle(x, bx, 0);
		final double dy = fromMiddle(y, by, 1);
		final double dz = fromMiddle(z, bz, 2);
		final int home = grid.index(bx, by, bz);
		final int nextX = next(bx, dx, 0);
		final int nextY = next(by, dy, 1);
		final int nextZ = next(bz, dz, 2);
		double sum = 0;
		double weights = 0;
		for (int corner = 0; corner < 8; corner++) {
			final double near = ((corner & 1) == 0 ? 1 - Math.abs(dx) : Math.abs(dx)) * ((corner & 2) == 0 ? 1 - Math.abs(
				dy) : Math.abs(dy)) * ((corner & 4) == 0 ? 1 - Math.abs(dz) : Math.abs(dz));
			if (near == 0) continue;
			final int block = grid.index((corner & 1) == 0 ? bx : nextX, (corner & 2) == 0 ? by : nextY, (corner & 4) == 0
				? bz : nextZ);
			final double w = near * (weight[block] + LEAST);
			sum += w * difference(field[block], field[home]);
			weights += w;
		}
		return field[home] + sum / weights;
	}

	/** From the middle of the block, -0.5 to 0.5. */
	private double fromMiddle(final int voxel, final int block, final int d) {
		return (voxel - block * grid.edge[d] + 0.5) / grid.edge[d] - 0.5;
	}

	/** The neighbour on the side of the voxel; the block itself at the edge of the image. */
	private int next(final int block, final double side, final int d) {
		return Math.max(0, Math.min(grid.blocks[d] - 1, side < 0 ? block - 1 : block + 1));
	}
}
