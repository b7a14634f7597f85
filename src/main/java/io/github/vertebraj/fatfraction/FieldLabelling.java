package io.github.vertebraj.fatfraction;

/**
 * Chooses one of the minima of each block so that the field is smooth: the sum over blocks of the residual, and over
 * neighbours of the squared difference of their fields (around the circle where the field is periodic; capped, because a
 * field may jump at air), is made as small as message passing can make it (tree-reweighted, sequential: V. Kolmogorov,
 * IEEE Trans Pattern Anal Mach Intell 2006;28:1568-1583, doi:10.1109/TPAMI.2006.200). Blocks count by their energy, so
 * that noise in air decides nothing.
 */
final class FieldLabelling {

	private static final int L = ResidualCurve.MINIMA;
	private static final int SWEEPS = 12;
	/** What a squared difference, in periods, weighs against the residual as a share of the energy. */
	private static final float SMOOTHNESS = 3;
	/** Of a squared difference, in periods: a step of a quarter of the period is a jump. */
	private static final float CAP = 0.0625f;
	/** Cost of a minimum that is not there. */
	private static final float NEVER = 100;
	/** Prefers the lower field, hardly, where nothing else decides: the sum of the squared fields, in periods. */
	private static final float TIE = 1e-4f;

	private final BlockGrid grid;
	private final float[] field;
	private final float[] cost;
	private final float[] weight;
	private final boolean circular;
	/** One message for each edge to the next block along x, y, z; it turns its direction from sweep to sweep. */
	private final float[][] messages;
	private final int[] stride;
	private final float[] belief = new float[L];

	/**
	 * @param period of the field, in Hz, by which differences are measured
	 */
	FieldLabelling(final BlockGrid grid, final double period, final boolean circular) {
		this.grid = grid;
		this.circular = circular;
		weight = grid.weights();
		field = new float[grid.fields.length];
		cost = new float[field.length];
		for (int i = 0; i < field.length; i++) {
			final boolean isThere = grid.residuals[i] <= 1;
			field[i] = isThere ? (float) (grid.fields[i] / period) : 0;
			cost[i] = isThere ? weight[i / L] * grid.residuals[i] + TIE * field[i] * field[i] : NEVER;
			if (weight[i / L] == 0) cost[i] = i % L == 0 ? 0 : NEVER;
		}
		messages = new float[3][field.length];
		stride = new int[] { 1, grid.blocks[0], grid.blocks[0] * grid.blocks[1] };
	}

	/** The number of the minimum chosen, for each block. */
	byte[] solve() {
		final byte[] labels = new byte[grid.size()];
		for (int i = 0; i < SWEEPS; i++) {
			sweep(true, null);
			sweep(false, null);
		}
		sweep(true, labels);
		return labels;
	}

	/**
	 * Passes messages on, to later blocks or to earlier ones.
	 *
	 * @param labels receives the choice of each block given those before it; null for none yet
	 */
	private void sweep(final boolean forward, final byte[] labels) {
		final int nx = grid.blocks[0];
		final int ny = grid.blocks[1];
		final int n = grid.size();
		for (int i = 0; i < n; i++) {
			final int s = forward ? i : n - 1 - i;
			final int[] position = { s % nx, s / nx % ny, s / (nx * ny) };
			collect(s, position);
			if (labels != null) labels[s] = choose(s, position, labels);
			final float share = 1f / Math.max(1, Math.max(degree(position, true), degree(position, false)));
			for (int d = 0; d < 3; d++)
				if (has(position, d, forward)) send(s, forward ? s + stride[d] : s - stride[d], forward ? s : s - stride[d], d,
					share);
		}
	}

	private boolean has(final int[] position, final int d, final boolean later) {
		return later ? position[d] < grid.blocks[d] - 1 : position[d] > 0;
	}

	private int degree(final int[] position, final boolean later) {
		int degree = 0;
		for (int d = 0; d < 3; d++)
			if (has(position, d, later)) degree++;
		return degree;
	}

	/** The cost of each minimum, with what all neighbours say. */
	private void collect(final int s, final int[] position) {
		for (int l = 0; l < L; l++)
			belief[l] = cost[s * L + l];
		for (int d = 0; d < 3; d++) {
			if (has(position, d, true)) add(messages[d], s * L);
			if (has(position, d, false)) add(messages[d], (s - stride[d]) * L);
		}
	}

	private void add(final float[] message, final int at) {
		for (int l = 0; l < L; l++)
			belief[l] += message[at + l];
	}

	private void send(final int s, final int t, final int edge, final int d, final float share) {
		final float[] message = messages[d];
		final float w = Math.min(weight[s], weight[t]);
		final float b0 = share * belief[0] - message[edge * L];
		final float b1 = share * belief[1] - message[edge * L + 1];
		final float b2 = share * belief[2] - message[edge * L + 2];
		float least = Float.POSITIVE_INFINITY;
		for (int l = 0; l < L; l++) {
			final float to = field[t * L + l];
			final float best = Math.min(Math.min(b0 + w * step(field[s * L], to), b1 + w * step(field[s * L + 1], to)), b2 +
				w * step(field[s * L + 2], to));
			message[edge * L + l] = best;
			least = Math.min(least, best);
		}
		for (int l = 0; l < L; l++)
			message[edge * L + l] -= least;
	}

	private float step(final float from, final float to) {
		float d = from - to;
		if (circular) {
			if (d > 0.5f) d -= 1;
			else if (d < -0.5f) d += 1;
		}
		return SMOOTHNESS * Math.min(CAP, d * d);
	}

	/** The best minimum, given the choices of earlier neighbours and the messages of later ones. */
	private byte choose(final int s, final int[] position, final byte[] labels) {
		int best = 0;
		float least = Float.POSITIVE_INFINITY;
		for (int l = 0; l < L; l++) {
			float sum = cost[s * L + l];
			for (int d = 0; d < 3; d++) {
				if (has(position, d, true)) sum += messages[d][s * L + l];
				if (has(position, d, false)) {
					final int t = s - stride[d];
					sum += Math.min(weight[s], weight[t]) * step(field[t * L + labels[t]], field[s * L + l]);
				}
			}
			if (sum < least) {
				least = sum;
				best = l;
			}
		}
		return (byte) best;
	}
}
