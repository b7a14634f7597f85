package io.github.vertebraj.io.imagej;

import java.util.Optional;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The pixel arrays of an image for ImageJ, which has unsigned 8- and 16-bit integers with a linear calibration, and
 * floats without. Signed integers are shifted, everything else becomes floats of the real values.
 */
final class StackPixels {

	private final CalibratedImage image;
	private final RandomAccessibleInterval<? extends RealType<?>> voxels;
	private final Object type;
	/** What is added to a signed value to make it unsigned. */
	private final int shift;
	/** The planes themselves, where they can be shared. */
	private final Optional<PlanarImg<?, ?>> shared;

	StackPixels(final CalibratedImage image) {
		this.image = image;
		voxels = image.voxels();
		type = voxels.getType();
		shift = type instanceof ByteType ? 128 : type instanceof ShortType ? 32768 : 0;
		final boolean asStored = type instanceof UnsignedByteType || type instanceof UnsignedShortType ||
			type instanceof FloatType && image.scale().slope() == 1 && image.scale().intercept() == 0;
		shared = asStored && image.voxels() instanceof PlanarImg<?, ?> planar ? Optional.of(planar) : Optional.empty();
	}

	/** The scale of what {@link #plane} gives. */
	ValueScale scale() {
		final ValueScale scale = image.scale();
		return bytes() || shorts() ? new ValueScale(scale.slope(), scale.intercept() - shift * scale.slope(), scale.unit())
			: new ValueScale(1, 0, scale.unit());
	}

	private boolean bytes() {
		return type instanceof UnsignedByteType || type instanceof ByteType;
	}

	private boolean shorts() {
		return type instanceof UnsignedShortType || type instanceof ShortType;
	}

	/** A {@code byte[]}, {@code short[]} or {@code float[]}. */
	Object plane(final int z, final int t, final int c) {
		if (shared.isPresent()) return ((ArrayDataAccess<?>) shared.get().getPlane(z + image.size(2) * (t + image.size(3) *
			c))).getCurrentStorageArray();
		final int width = image.size(0);
		final int n = Math.multiplyExact(width, image.size(1));
		final byte[] bytes = new byte[bytes() ? n : 0];
		final short[] shorts = new short[shorts() ? n : 0];
		final float[] floats = new float[bytes() || shorts() ? 0 : n];
		final RandomAccess<? extends RealType<?>> access = voxels.randomAccess();
		final long[] min = voxels.minAsLongArray();
		for (int i = 0; i < n; i++) {
			if (i % width == 0) access.setPosition(new long[] { min[0], min[1] + i / width, min[2] + z, min[3] + t, min[4] +
				c });
			final double stored = access.get().getRealDouble();
			if (bytes()) bytes[i] = (byte) ((int) stored + shift);
			else if (shorts()) shorts[i] = (short) ((int) stored + shift);
			else floats[i] = (float) image.scale().real(stored);
			access.fwd(0);
		}
		return bytes() ? bytes : shorts() ? shorts : floats;
	}
}
