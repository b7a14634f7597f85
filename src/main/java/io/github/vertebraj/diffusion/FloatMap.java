package io.github.vertebraj.diffusion;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

/** A map in the making, axes x, y, z: an image and the array of each of its planes. */
record FloatMap(PlanarImg<FloatType, FloatArray> image) {

	/** A map of zeros, as large as the first three axes of the signal. */
	@SuppressWarnings("unchecked")
	static FloatMap like(final RandomAccessibleInterval<?> signal) {
		return new FloatMap((PlanarImg<FloatType, FloatArray>) PlanarImgs.floats(signal.dimension(0), signal.dimension(1),
			signal.dimension(2)));
	}

	float[] plane(final int z) {
		return image.getPlane(z).getCurrentStorageArray();
	}
}
