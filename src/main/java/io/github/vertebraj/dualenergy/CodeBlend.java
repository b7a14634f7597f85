package io.github.vertebraj.dualenergy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;

/**
 * Linear blends of 16-bit voxels: HIGH + w (LOW − HIGH), rounded, in fixed point as fine as the block's greatest
 * difference allows. The JVM does not compile loops between short and int to vector instructions, so that blocks which
 * fit in the first-level cache go through a buffer: two voxels are read as one int, and taken apart. Of all voxels with
 * the block's greatest difference D, a result is at most 0.5 + |D| / 2^(s+1) from the true value, where 2^s |w| D is
 * just below 2^31: for |w| of 5 and |D| of 1000, 0.51. Not thread-safe.
 */
final class CodeBlend {

	/** Voxels at once, two in each int. */
	private static final int SIZE = 4096;

	private static final int LARGEST_SHIFT = 24;
	private static final double LIMIT = Integer.MAX_VALUE;

	private final ByteBuffer memory = ByteBuffer.allocateDirect(2 * SIZE).order(ByteOrder.nativeOrder());
	private final ShortBuffer shorts = memory.asShortBuffer();
	private final IntBuffer ints = memory.asIntBuffer();
	private final int[] packed = new int[SIZE / 2];
	private final int[] firstHigh = new int[SIZE / 2];
	private final int[] secondHigh = new int[SIZE / 2];
	private final int[] firstDifference = new int[SIZE / 2];
	private final int[] secondDifference = new int[SIZE / 2];

	private final int signBits;
	private final int offset;

	/**
	 * @param signBit flipped in the codes, so that they rise with their values
	 * @param offset  added to the result, which is then cut off at 0 and 65535
	 */
	CodeBlend(final int signBit, final int offset) {
		signBits = signBit << 16 | signBit;
		this.offset = offset;
	}

	/**
	 * @param weights of the low image, one for each output
	 * @param to      receives the first n voxels of each blend
	 */
	void blend(final short[] low, final int lowFrom, final short[] high, final int highFrom, final int n,
		final double[] weights, final short[][] to)
	{
		for (int from = 0; from < n; from += SIZE) {
			final int length = Math.min(SIZE, n - from);
			final int pairs = (length + 1) / 2;
			load(high, highFrom + from, length, pairs);
			unpack(packed, firstHigh, secondHigh, pairs);
			load(low, lowFrom + from, length, pairs);
			unpack(packed, firstDifference, secondDifference, pairs);
			final int largest = Math.max(subtract(firstDifference, firstHigh, pairs), subtract(secondDifference, secondHigh,
				pairs));
			final long least = Math.min(shift(firstHigh, offset, pairs), shift(secondHigh, offset, pairs));
			final long most = Math.max(largest(firstHigh, pairs), largest(secondHigh, pairs));
			for (int i = 0; i < weights.length; i++) {
				final int shift = precision(largest, Math.abs(weights[i]));
				final int half = shift == 0 ? 0 : 1 << shift - 1;
				final int weight = (int) Math.rint(Math.scalb(weights[i], shift));
				final double change = Math.abs(weights[i]) * largest + 1;
				if (least - change >= 0 && most + change <= 0xffff) blend(firstDifference, firstHigh, secondDifference, secondHigh,
					weight, half, shift, packed, pairs);
				else blendCutOff(firstDifference, firstHigh, secondDifference, secondHigh, weight, half, shift, packed, pairs);
				ints.put(0, packed, 0, pairs);
				shorts.get(0, to[i], from, length);
			}
		}
	}

	private void load(final short[] codes, final int from, final int length, final int pairs) {
		shorts.put(0, codes, from, length);
		// an int without a second voxel has the first one twice, so that nothing else decides on the precision
		if (length % 2 == 1) shorts.put(length, codes[from + length - 1]);
		ints.get(0, packed, 0, pairs);
		final int flip = signBits;
		for (int i = 0; i < pairs; i++)
			packed[i] ^= flip;
	}

	private static void unpack(final int[] packed, final int[] first, final int[] second, final int pairs) {
		for (int i = 0; i < pairs; i++) {
			first[i] = packed[i] & 0xffff;
			second[i] = packed[i] >>> 16;
		}
	}

	/** Makes differences of low values; the greatest of their amounts. */
	private static int subtract(final int[] low, final int[] high, final int pairs) {
		int largest = 0;
		for (int i = 0; i < pairs; i++) {
			final int difference = low[i] - high[i];
			low[i] = difference;
			largest = Math.max(largest, Math.abs(difference));
		}
		return largest;
	}

	/** Adds; the least sum. */
	private static int shift(final int[] values, final int by, final int pairs) {
		int least = Integer.MAX_VALUE;
		for (int i = 0; i < pairs; i++) {
			final int value = values[i] + by;
			values[i] = value;
			least = Math.min(least, value);
		}
		return least;
	}

	private static int largest(final int[] values, final int pairs) {
		int largest = Integer.MIN_VALUE;
		for (int i = 0; i < pairs; i++)
			largest = Math.max(largest, values[i]);
		return largest;
	}

	/** The greatest number of binary digits behind the point with which no product overflows. */
	private static int precision(final int largest, final double weight) {
		for (int shift = LARGEST_SHIFT; shift > 0; shift--) {
			final double factor = Math.scalb(weight, shift) + 1;
			if (factor < LIMIT && largest * factor + Math.scalb(0.5, shift) < LIMIT) return shift;
		}
		return 0;
	}

	/** Where no result can be below 0 or above 65535. */
	private static void blend(final int[] d1, final int[] h1, final int[] d2, final int[] h2, final int weight,
		final int half, final int shift, final int[] packed, final int pairs)
	{
		for (int i = 0; i < pairs; i++)
			packed[i] = (d1[i] * weight + half >> shift) + h1[i] | (d2[i] * weight + half >> shift) + h2[i] << 16;
	}

	private static void blendCutOff(final int[] d1, final int[] h1, final int[] d2, final int[] h2, final int weight,
		final int half, final int shift, final int[] packed, final int pairs)
	{
		for (int i = 0; i < pairs; i++) {
			final int first = (d1[i] * weight + half >> shift) + h1[i];
			final int second = (d2[i] * weight + half >> shift) + h2[i];
			packed[i] = Math.max(0, Math.min(0xffff, first)) | Math.max(0, Math.min(0xffff, second)) << 16;
		}
	}
}
