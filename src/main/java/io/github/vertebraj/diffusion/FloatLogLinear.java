package io.github.vertebraj.diffusion;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;

/**
 * The log-linear fit of voxels of other types, in single precision: a weighted sum of logarithms, like that of
 * {@link TableLogLinear}, but these must be computed. {@code Math.log} takes about ten times as long as the processor's
 * vector unit needs, which the compiler of the JVM only uses for short loops over arrays of one type. So the logarithm
 * is taken apart into such loops. A float is 2^k · m with m from √½ to √2; its logarithm is k · ln 2 + ln m, and
 * ln m = 2 · artanh s with s = (m − 1) / (m + 1), for which four odd powers of s suffice (coefficients of the least
 * greatest error, 1.2e-10). To look at the bits of a float is scalar code, too; to copy an array through a small buffer
 * outside of the heap, which is seen as ints and as floats, is not.
 * <p>
 * Values that are not normal numbers above 0, in single precision, give NaN; the caller looks at them one by one.
 */
final class FloatLogLinear implements AdcKernel {

	/** The bits of √½, the least m; of the least and the greatest normal number; of the sign and the exponent. */
	private static final int ROOT_HALF = 0x3f3504f3;
	private static final int LEAST = 0x00800000;
	private static final int GREATEST = 0x7f7fffff;
	private static final int EXPONENT = 0xff800000;

	/** 1.5 · 2^23: the float whose bits, plus a small whole number, are those of that number further on. */
	private static final float SHIFT = 12582912;
	private static final int SHIFT_BITS = 0x4b400000;

	/** Logarithms are relative to 2^9, in the middle of usual signals: small numbers are precise. */
	private static final float MIDDLE = SHIFT + 9;
	private static final float LN2 = 0.69314718f;

	/**
	 * Voxels at once: their scratch memory stays in the first-level cache. Not a power of two, by which several arrays
	 * would compete for the same lines of the cache.
	 */
	private static final int PART = 1500;

	private final ValueScale scale;
	private final float[] weights;
	private final int[] bits = new int[PART];
	private final int[] half = new int[PART];
	private final int[] odd = new int[PART];
	private final float[] mantissa = new float[PART];
	private final float[] exponent = new float[PART];
	private final float[] sum = new float[PART];
	private final ByteBuffer memory = ByteBuffer.allocateDirect(4 * PART).order(ByteOrder.nativeOrder());
	private final FloatBuffer floats = memory.asFloatBuffer();
	private final IntBuffer ints = memory.asIntBuffer();

	/** All frames of a block, one view of the same memory each: memory is read fastest in long stretches. */
	private FloatBuffer blockFloats = FloatBuffer.allocate(0);
	private IntBuffer blockInts = IntBuffer.allocate(0);

	private float[] scaled = new float[0];

	/**
	 * @param scale   of the stored values
	 * @param weights of each frame, in 10⁻³ mm²/s; they sum to 0
	 */
	FloatLogLinear(final ValueScale scale, final double[] weights) {
		this.scale = scale;
		this.weights = new float[weights.length];
		for (int i = 0; i < weights.length; i++)
			this.weights[i] = (float) weights[i];
	}

	@Override
	public void fit(final VoxelBlock[] frames, final int n, final float[] adc, final int at) {
		if (blockFloats.capacity() < frames.length * n) {
			final ByteBuffer block = ByteBuffer.allocateDirect(4 * frames.length * n).order(ByteOrder.nativeOrder());
			blockFloats = block.asFloatBuffer();
			blockInts = block.asIntBuffer();
		}
		for (int t = 0; t < frames.length; t++)
			load(frames[t], t * n, n);
		for (int from = 0; from < n; from += PART) {
			final int some = Math.min(PART, n - from);
			Arrays.fill(sum, 0, some, 0);
			Arrays.fill(odd, 0, some, 0);
			for (int t = 0; t < frames.length; t++)
				add(t * n + from, some, weights[t]);
			if (count(odd, some) > 0) mark(some);
			System.arraycopy(sum, 0, adc, at + from, some);
		}
	}

	private void load(final VoxelBlock frame, final int to, final int n) {
		final float[] stored = frame.floats();
		if (stored != null && scale.slope() > 0 && scale.intercept() == 0) {
			// A factor is a constant in the logarithm, and the weights sum to 0.
			blockFloats.put(to, stored, frame.offset(), n);
			return;
		}
		if (scaled.length < n) scaled = new float[n];
		final int offset = frame.offset();
		if (stored != null) for (int j = 0; j < n; j++)
			scaled[j] = (float) scale.real(stored[offset + j]);
		else {
			final double[] doubles = frame.doubles();
			for (int j = 0; j < n; j++)
				scaled[j] = (float) scale.real(doubles[offset + j]);
		}
		blockFloats.put(to, scaled, 0, n);
	}

	private void add(final int from, final int n, final float weight) {
		blockInts.get(from, bits, 0, n);
		mantissas(bits, half, n);
		ints.put(0, half, 0, n);
		floats.get(0, mantissa, 0, n);
		exponents(bits, half, n);
		ints.put(0, half, 0, n);
		floats.get(0, exponent, 0, n);
		add(mantissa, exponent, weight, sum, n);
		find(bits, odd, n);
	}

	/** The bits of m. */
	private static void mantissas(final int[] bits, final int[] m, final int n) {
		for (int j = 0; j < n; j++)
			m[j] = bits[j] - (bits[j] - ROOT_HALF & EXPONENT);
	}

	/** The bits of k + SHIFT. */
	private static void exponents(final int[] bits, final int[] k, final int n) {
		for (int j = 0; j < n; j++)
			k[j] = (bits[j] - ROOT_HALF >> 23) + SHIFT_BITS;
	}

	/** Makes odd[j] negative when a float is not a normal number above 0: one of the differences is negative then. */
	private static void find(final int[] bits, final int[] odd, final int n) {
		for (int j = 0; j < n; j++)
			odd[j] |= bits[j] - LEAST | GREATEST - bits[j];
	}

	private static int count(final int[] odd, final int n) {
		int count = 0;
		for (int j = 0; j < n; j++)
			count += odd[j] >>> 31;
		return count;
	}

	private void mark(final int n) {
		for (int j = 0; j < n; j++)
			if (odd[j] < 0) sum[j] = Float.NaN;
	}

	private static void add(final float[] m, final float[] k, final float weight, final float[] sum, final int n) {
		for (int j = 0; j < n; j++) {
			final float s = (m[j] - 1) / (m[j] + 1);
			final float z = s * s;
			sum[j] += weight * ((((0.30100328f * z + 0.39965795f) * z + 0.66666948f) * z + 2) * s + (k[j] - MIDDLE) * LN2);
		}
	}
}
