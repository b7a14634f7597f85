package io.github.vertebraj.dualenergy;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelReader;

/**
 * How blended voxels are stored. Of 16-bit images with one rescale: 16 bits with the same slope, centred on 0 HU, so that
 * a slope of 1 HU holds −32767 to 32768 HU, more is cut off, and a value is rounded to a whole step; else floats of HU.
 *
 * @param isShort  16 bits, or floats
 * @param zeroCode the code of the source that stands for 0 HU, or is nearest to it; of use for 16 bits only
 * @param scale    stored values to HU
 */
record BlendFormat(boolean isShort, int zeroCode, ValueScale scale) {

	/** The stored value of 0 HU: not 32768, for ImageJ drops the unit of what looks like signed 16-bit numbers. */
	static final int ZERO = 0x7fff;

	/** Least range of 16-bit values to either side, in HU: 40 keV images of metal need that. */
	private static final double RANGE = 20_000;

	/** @param keep16Bit whether 16-bit images give 16-bit images */
	static BlendFormat of(final SpectralPair pair, final boolean keep16Bit) {
		final VoxelReader low = VoxelReader.of(pair.low().volume());
		final VoxelReader high = VoxelReader.of(pair.high().volume());
		final ValueScale scale = pair.low().scale();
		final boolean alike = low.kind() == VoxelBlock.Kind.CODES && high.kind() == VoxelBlock.Kind.CODES && low
			.signBit() == high.signBit() && scale.slope() == pair.high().scale().slope() && scale.intercept() == pair.high()
				.scale().intercept();
		final double zero = low.signBit() - scale.intercept() / scale.slope();
		if (!keep16Bit || !alike || !(ZERO * scale.slope() >= RANGE) || !(zero >= 0 && zero <= 0xffff))
			return new BlendFormat(false, 0, new ValueScale(1, 0, HounsfieldImage.HU));
		final int code = (int) Math.rint(zero);
		final double ofCode = scale.real(code - low.signBit());
		return new BlendFormat(true, code, new ValueScale(scale.slope(), ofCode - ZERO * scale.slope(),
			HounsfieldImage.HU));
	}
}
