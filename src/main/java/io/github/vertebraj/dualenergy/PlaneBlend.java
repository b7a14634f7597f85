package io.github.vertebraj.dualenergy;

import java.util.List;

import io.github.vertebraj.image.RealPlane;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelReader;

/** Makes planes of blended frames, with the scratch memory that one thread needs. Not thread-safe. */
final class PlaneBlend {

	private final SpectralPair pair;
	private final BlendFormat format;
	private final int width;
	private final int height;
	private final VoxelReader low;
	private final VoxelReader high;
	private final VoxelBlock lowBlock = new VoxelBlock();
	private final VoxelBlock highBlock = new VoxelBlock();
	private final CodeBlend codes;
	private RealPlane lowReal;
	private RealPlane highReal;
	private double[] lowPlane;
	private double[] highPlane;

	PlaneBlend(final SpectralPair pair, final BlendFormat format) {
		this.pair = pair;
		this.format = format;
		width = (int) pair.low().size(0);
		height = (int) pair.low().size(1);
		low = VoxelReader.of(pair.low().volume());
		high = VoxelReader.of(pair.high().volume());
		codes = new CodeBlend(low.signBit(), BlendFormat.ZERO - format.zeroCode());
	}

	/** Linear blends of 16-bit voxels, in the 16-bit format. */
	void codes(final int z, final double[] weights, final short[][] to) {
		final long[] position = { 0, 0, z };
		low.read(position, width, height, lowBlock);
		high.read(position, width, height, highBlock);
		codes.blend(lowBlock.codes(), lowBlock.offset(), highBlock.codes(), highBlock.offset(), width * height, weights, to);
	}

	/** Any blends, in either format: a {@code short[]} or {@code float[]} for each. */
	Object[] reals(final int z, final List<? extends Blend> blends) {
		readReals(z);
		return blends.stream().map(blend -> plane((a, b, i) -> blend.value(a, b))).toArray();
	}

	/**
	 * Linear blends whose slow changes have one weight and fast ones another.
	 *
	 * @param base       weight of the fast changes
	 * @param difference LOW − HIGH, low-passed
	 */
	Object[] splits(final int z, final List<Double> weights, final double base, final float[] difference) {
		readReals(z);
		return weights.stream().map(weight -> {
			final double rest = weight - base;
			return plane((a, b, i) -> base * a + (1 - base) * b + (rest == 0 ? 0 : rest * difference[i]));
		}).toArray();
	}

	/** LOW − HIGH in HU. */
	double[] difference(final int z) {
		readReals(z);
		final double[] difference = lowPlane.clone();
		for (int i = 0; i < difference.length; i++)
			difference[i] -= highPlane[i];
		return difference;
	}

	/** The value of voxel i. */
	private interface Rule {

		double value(double low, double high, int i);
	}

	private void readReals(final int z) {
		if (lowReal == null) {
			lowReal = new RealPlane(pair.low().volume(), pair.low().scale());
			highReal = new RealPlane(pair.high().volume(), pair.high().scale());
		}
		lowPlane = lowReal.read(z);
		highPlane = highReal.read(z);
	}

	private Object plane(final Rule rule) {
		final int n = width * height;
		if (!format.isShort()) {
			final float[] floats = new float[n];
			for (int i = 0; i < n; i++)
				floats[i] = (float) rule.value(lowPlane[i], highPlane[i], i);
			return floats;
		}
		final ValueScale scale = format.scale();
		final short[] shorts = new short[n];
		for (int i = 0; i < n; i++) {
			final double stored = (rule.value(lowPlane[i], highPlane[i], i) - scale.intercept()) / scale.slope();
			shorts[i] = (short) (int) Math.max(0, Math.min(0xffff, Math.rint(stored)));
		}
		return shorts;
	}
}
