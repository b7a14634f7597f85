package io.github.vertebraj.fatfraction;

import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * How precise a fat fraction can be: the Cramér-Rao bound, the least SD that an unbiased estimate can have (A. R.
 * Pineda et al., Magn Reson Med 2005;54:625-635, doi:10.1002/mrm.20623). For planning a protocol, and as the measure of
 * our own fits.
 */
public final class CramerRao {

	private static final double LEAST_MEETING = 30;
	private static final double LARGEST_MEETING = 80;
	private static final double MEETING_STEP = 0.1;
	private static final double TYPICAL_DECAY = 50;

	private final EchoTrain train;

	public CramerRao(final Acquisition acquisition, final FatSpectrum spectrum) {
		train = new EchoTrain(acquisition, spectrum);
	}

	/**
	 * The bound of the complex model, in which water and fat have phases of their own: six unknowns, or seven when the
	 * read-out is bipolar.
	 *
	 * @param percent the fat fraction
	 * @param r2Star  in 1/s
	 * @param snr     signal of water and fat together at the time 0 over the SD of the noise in each channel
	 * @return the SD in percentage points; infinite when the echoes do not tell all unknowns
	 */
	public double complex(final double percent, final double r2Star, final double snr, final Readout readout) {
		final double fat = percent / 100;
		final double[] t = train.seconds();
		final double[][] columns = new double[readout == Readout.BIPOLAR ? 7 : 6][2 * t.length];
		for (int n = 0; n < t.length; n++) {
			final double e = Math.exp(-r2Star * t[n]);
			final double cr = e * train.fatReal()[n];
			final double ci = e * train.fatImaginary()[n];
			final double mr = (1 - fat) * e + fat * cr;
			final double mi = fat * ci;
			put(columns[0], n, e, 0);
			put(columns[1], n, 0, e);
			put(columns[2], n, cr, ci);
			put(columns[3], n, -ci, cr);
			put(columns[4], n, -t[n] * mi, t[n] * mr);
			put(columns[5], n, -t[n] * mr, -t[n] * mi);
			if (readout == Readout.BIPOLAR && n % 2 == 1) put(columns[6], n, -mi, mr);
		}
		return bound(columns, 0, 2, fat, snr);
	}

	private static void put(final double[] column, final int n, final double real, final double imaginary) {
		column[2 * n] = real;
		column[2 * n + 1] = imaginary;
	}

	/**
	 * The bound of the magnitude model where the noise is small against the signal: three unknowns.
	 *
	 * @param percent the fat fraction
	 * @param r2Star  in 1/s
	 * @param snr     signal of water and fat together at the time 0 over the SD of the noise in each channel
	 * @return the SD in percentage points; infinite when the echoes do not tell all unknowns
	 */
	public double magnitude(final double percent, final double r2Star, final double snr) {
		final double fat = percent / 100;
		final double water = 1 - fat;
		final double[] t = train.seconds();
		final double[][] columns = new double[3][t.length];
		for (int n = 0; n < t.length; n++) {
			final double e = Math.exp(-r2Star * t[n]);
			final double mr = water + fat * train.fatReal()[n];
			final double mi = fat * train.fatImaginary()[n];
			final double m = Math.hypot(mr, mi);
			columns[0][n] = e * mr / m;
			columns[1][n] = e * (mr * train.fatReal()[n] + mi * train.fatImaginary()[n]) / m;
			columns[2][n] = -t[n] * e * m;
		}
		return bound(columns, 0, 1, fat, snr);
	}

	/**
	 * Where the two answers of magnitudes meet, and the fat fraction is least certain: between 30 and 80 %. It hardly
	 * depends on R2*.
	 *
	 * @return in percent
	 */
	double meeting() {
		double meeting = LEAST_MEETING;
		double largest = 0;
		for (double percent = LEAST_MEETING; percent <= LARGEST_MEETING; percent += MEETING_STEP) {
			final double bound = magnitude(percent, TYPICAL_DECAY, 1);
			if (bound > largest) {
				largest = bound;
				meeting = percent;
			}
		}
		return meeting;
	}

	private static double bound(final double[][] columns, final int water, final int fat, final double fraction,
		final double snr)
	{
		final int n = columns.length;
		final double[] scale = new double[n];
		for (int i = 0; i < n; i++)
			scale[i] = 1 / Math.sqrt(dot(columns[i], columns[i]));
		final double[][] information = new double[n][n];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++)
				information[i][j] = scale[i] * scale[j] * dot(columns[i], columns[j]);
		// The fraction changes by −fraction with each unit of water, and by 1 − fraction with each of fat.
		final double[] gradient = new double[n];
		gradient[water] = -fraction * scale[water];
		gradient[fat] = (1 - fraction) * scale[fat];
		try {
			final double[] solved = new LUDecomposition(MatrixUtils.createRealMatrix(information), 1e-12).getSolver().solve(
				MatrixUtils.createRealVector(gradient)).toArray();
			return 100 / snr * Math.sqrt(dot(gradient, solved));
		}
		catch (final SingularMatrixException e) {
			return Double.POSITIVE_INFINITY;
		}
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}
}
