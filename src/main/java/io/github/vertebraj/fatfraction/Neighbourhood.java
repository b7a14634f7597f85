package io.github.vertebraj.fatfraction;

import java.util.function.Supplier;

/**
 * The mean magnitudes of a voxel and of those of the 5 × 5 × 3 voxels around it that are of its tissue: those whose
 * magnitudes differ from its own by no more than the noise, but for a factor. For one thread; memory is three planes of
 * the rows that are read at once, and of two rows above and below.
 */
final class Neighbourhood {

	/** Voxels to each side in the plane; there is one plane to each side. */
	static final int REACH = 2;
	/** Of like voxels, one in a thousand is beyond this many SD of a normal distribution. */
	private static final double RARE = 3.09;
	/** Magnitudes that differ by less than this share of their square are like, however little the noise. */
	private static final double FINE = 1e-6;

	private final MagnitudeRows[] planes = new MagnitudeRows[3];
	private final int height;
	private final int depth;
	private final double variance;
	/** Square of the difference of like voxels, in variances. */
	private final double limit;
	private int top;
	private int bottom;
	private int centre;
	private final double[] own;
	private final double[] other;
	/** The mean magnitudes of the last voxel, without what the noise adds. */
	final double[] mean;

	/**
	 * @param rows     that can be read at once, of one plane, twice the reach more than will be asked for
	 * @param height   of the image
	 * @param depth    of the image
	 * @param variance of the noise in each channel
	 */
	Neighbourhood(final Supplier<MagnitudeRows> rows, final int height, final int depth, final double variance) {
		for (int i = 0; i < planes.length; i++)
			planes[i] = rows.get();
		this.height = height;
		this.depth = depth;
		this.variance = variance;
		final int echoes = planes[0].samples.length;
		own = new double[echoes];
		other = new double[echoes];
		mean = new double[echoes];
		limit = quantile(echoes - 1.0, RARE);
	}

	/** The quantile of χ² (E. B. Wilson, M. M. Hilferty, PNAS 1931;17:684-688, doi:10.1073/pnas.17.12.684). */
	static double quantile(final double freedom, final double normal) {
		final double part = 2 / (9 * freedom);
		return freedom * Math.pow(Math.max(0, 1 - part + normal * Math.sqrt(part)), 3);
	}

	/** Reads what the voxels of some rows of a plane need. */
	void read(final int z, final int fromRow, final int rows) {
		top = Math.max(0, fromRow - REACH);
		bottom = Math.min(height, fromRow + rows + REACH);
		centre = z;
		for (int k = Math.max(0, z - 1); k <= Math.min(depth - 1, z + 1); k++)
			planes[k - z + 1].read(top, k, bottom - top);
	}

	/** The rows of the plane that was asked for; a voxel is where {@link #at} says. */
	MagnitudeRows plane() {
		return planes[1];
	}

	/** Where a voxel is in the rows. */
	int at(final int x, final int y) {
		return (y - top) * planes[1].width + x;
	}

	/**
	 * Pools the magnitudes of a voxel that can be measured.
	 *
	 * @return the number of voxels in the mean, itself included
	 */
	int pool(final int x, final int y) {
		final int width = planes[1].width;
		double square = 0;
		for (int n = 0; n < own.length; n++) {
			own[n] = planes[1].samples[n][at(x, y)];
			mean[n] = 0;
			square += own[n] * own[n];
		}
		int count = 0;
		for (int k = Math.max(0, centre - 1); k <= Math.min(depth - 1, centre + 1); k++)
			for (int j = Math.max(top, y - REACH); j <= Math.min(bottom - 1, y + REACH); j++)
				for (int i = Math.max(0, x - REACH); i <= Math.min(width - 1, x + REACH); i++)
					if (isAlike(planes[k - centre + 1].samples, at(i, j), square)) {
						for (int n = 0; n < own.length; n++)
							mean[n] += other[n] * other[n];
						count++;
					}
		for (int n = 0; n < mean.length; n++)
			mean[n] = Math.sqrt(Math.max(0, mean[n] / count - 2 * variance));
		return count;
	}

	/** Compares with the own magnitudes, of this sum of squares; false for what cannot be measured. */
	private boolean isAlike(final float[][] samples, final int at, final double square) {
		double product = 0;
		double othersSquare = 0;
		for (int n = 0; n < own.length; n++) {
			other[n] = samples[n][at];
			if (!(other[n] >= 0)) return false;
			product += own[n] * other[n];
			othersSquare += other[n] * other[n];
		}
		final double factor = product / othersSquare;
		return square - factor * product <= limit * variance * (1 + factor * factor) + FINE * square;
	}
}
