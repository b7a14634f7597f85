package io.github.vertebraj.diffusion;

import java.util.Arrays;

import io.github.vertebraj.image.VoxelBlock;

/**
 * The log-linear fit of voxels of 16 bits. Its slope is a sum of logarithms, each times a number that depends on the
 * b-values only; and since there are but 65536 stored values, their logarithms stand in a table: an ADC is a few
 * look-ups. As the weights sum to 0, logarithms may be relative to any number:
 * <ul>
 * <li>One from the middle of the usual range keeps them small, so that single precision, which takes half the cache, is
 * enough.</li>
 * <li>A factor of the stored values does not matter, so that one table serves all images but those with an offset. It is
 * a constant, with which the compiler leaves out the check of the index: a quarter of the work.</li>
 * </ul>
 * Four frames in one loop instead of one save three of four passes over the sums; with eight the processor runs out of
 * registers.
 */
final class TableLogLinear implements AdcKernel {

	/** ln(code / 512); NaN for 0. */
	private static final float[] PLAIN = plain();

	/** Takes the place of {@link #PLAIN}; null when that will do. */
	private final float[] own;
	private final float[] weights;
	private float[] sum = new float[0];

	/**
	 * @param own     ln S of each code, less a constant, NaN where S is not measurable; null when S is a factor above 0
	 *                times the code
	 * @param weights of each frame, in 10⁻³ mm²/s; they sum to 0
	 */
	TableLogLinear(final float[] own, final double[] weights) {
		this.own = own;
		this.weights = new float[weights.length];
		for (int i = 0; i < weights.length; i++)
			this.weights[i] = (float) weights[i];
	}

	private static float[] plain() {
		final float[] table = new float[0x10000];
		table[0] = Float.NaN;
		for (int code = 1; code < table.length; code++)
			table[code] = (float) Math.log(code / 512.0);
		return table;
	}

	/**
	 * {@inheritDoc}
	 * <p>
	 * All loops are called from here and not from a method for each: one so long is not inlined into its caller, where the
	 * compiler makes slower code of the loops.
	 */
	@Override
	public void fit(final VoxelBlock[] frames, final int n, final float[] adc, final int at) {
		if (sum.length < n) sum = new float[n];
		Arrays.fill(sum, 0, n, 0);
		int t = 0;
		for (; t + 4 <= frames.length; t += 4) {
			final VoxelBlock a = frames[t];
			final VoxelBlock b = frames[t + 1];
			final VoxelBlock c = frames[t + 2];
			final VoxelBlock d = frames[t + 3];
			if (own == null) four(a.codes(), b.codes(), c.codes(), d.codes(), a.offset(), b.offset(), c.offset(), d.offset(),
				weights[t], weights[t + 1], weights[t + 2], weights[t + 3], PLAIN, sum, n);
			else four(a.codes(), b.codes(), c.codes(), d.codes(), a.offset(), b.offset(), c.offset(), d.offset(), weights[t],
				weights[t + 1], weights[t + 2], weights[t + 3], own, sum, n);
		}
		if (t + 2 <= frames.length) {
			final VoxelBlock a = frames[t];
			final VoxelBlock b = frames[t + 1];
			if (own == null) two(a.codes(), b.codes(), a.offset(), b.offset(), weights[t], weights[t + 1], PLAIN, sum, n);
			else two(a.codes(), b.codes(), a.offset(), b.offset(), weights[t], weights[t + 1], own, sum, n);
			t += 2;
		}
		if (t < frames.length) one(frames[t].codes(), frames[t].offset(), weights[t], own == null ? PLAIN : own, sum, n);
		System.arraycopy(sum, 0, adc, at, n);
	}

	private static void four(final short[] a, final short[] b, final short[] c, final short[] d, final int atA,
		final int atB, final int atC, final int atD, final float wA, final float wB, final float wC, final float wD,
		final float[] table, final float[] sum, final int n)
	{
		for (int j = 0; j < n; j++)
			sum[j] += wA * table[a[atA + j] & 0xffff] + wB * table[b[atB + j] & 0xffff] + (wC * table[c[atC + j] & 0xffff] +
				wD * table[d[atD + j] & 0xffff]);
	}

	private static void two(final short[] a, final short[] b, final int atA, final int atB, final float wA,
		final float wB, final float[] table, final float[] sum, final int n)
	{
		for (int j = 0; j < n; j++)
			sum[j] += wA * table[a[atA + j] & 0xffff] + wB * table[b[atB + j] & 0xffff];
	}

	private static void one(final short[] a, final int atA, final float weight, final float[] table, final float[] sum,
		final int n)
	{
		for (int j = 0; j < n; j++)
			sum[j] += weight * table[a[atA + j] & 0xffff];
	}
}
