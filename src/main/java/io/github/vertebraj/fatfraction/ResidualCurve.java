package io.github.vertebraj.fatfraction;

import java.util.Arrays;

/**
 * How well each field fits the signals of a voxel, or of several together. For a given decay the energy that the model
 * explains is a sum over pairs of echoes of their product times a constant, turned by the field times the time between
 * them: a trigonometric polynomial of the field, whose coefficients add up over voxels (D. Hernando et al., Magn Reson
 * Med 2008;59:571-580, doi:10.1002/mrm.21522, for the projected residual). Two rates of decay are tried, and with a
 * bipolar read-out several phases of the odd echoes; the best of them counts.
 * <p>
 * Scratch memory of one thread. Pairs of echoes are in the order 01, 02, ..., 12, 13, ...
 */
final class ResidualCurve {

	/** So many minima are kept: water and fat exchanged, and one more. */
	static final int MINIMA = 3;

	private static final double[] DECAYS = { 25, 110 };
	/** Points per turn of the fastest term. */
	private static final int FINENESS = 12;
	private static final int OFFSETS = 12;

	private final int echoes;
	private final int points;
	private final double period;
	private final boolean circular;
	private final double[] offsets;
	private final int[] lagOfPair;
	private final double[][] cos;
	private final double[][] sin;
	private final double[][] squares = new double[DECAYS.length][];
	private final double[][] kr = new double[DECAYS.length][];
	private final double[][] ki = new double[DECAYS.length][];
	private final double[] curve;
	private final double[] trial;
	private final int[] offsetAt;
	private final double[] cr;
	private final double[] ci;
	/** The products of the signals, to be filled in before {@link #find}: of each echo with itself, ... */
	final double[] own;
	/** ... and of each pair, the conjugate of the earlier one times the later one. */
	final double[] pairReal;
	final double[] pairImaginary;
	/** The minima found, the lowest first: their fields in Hz, ... */
	final double[] fields = new double[MINIMA];
	/** ... the phases of the odd echoes, ... */
	final double[] phases = new double[MINIMA];
	/** ... and the residuals, as a share of the energy; infinite when there are fewer minima. */
	final double[] residuals = new double[MINIMA];

	ResidualCurve(final EchoTrain train, final Readout readout) {
		echoes = train.echoes();
		period = train.period();
		circular = train.isEven();
		points = Math.max(64, FINENESS * (int) Math.ceil(period * train.span() - 1e-6));
		offsets = new double[readout == Readout.BIPOLAR ? OFFSETS : 1];
		for (int i = 1; i < offsets.length; i++)
			offsets[i] = (i % 2 == 1 ? i + 1 : -i) / 2 * Math.PI / OFFSETS;
		final int pairs = echoes * (echoes - 1) / 2;
		own = new double[echoes];
		pairReal = new double[pairs];
		pairImaginary = new double[pairs];
		lagOfPair = new int[pairs];
		final double[] lags = lags(train);
		cos = new double[lags.length][points];
		sin = new double[lags.length][points];
		for (int k = 0; k < lags.length; k++)
			for (int g = 0; g < points; g++) {
				final double x = 2 * Math.PI * field(g) * lags[k];
				cos[k][g] = 2 * Math.cos(x);
				sin[k][g] = 2 * Math.sin(x);
			}
		for (int d = 0; d < DECAYS.length; d++)
			constants(train, d);
		curve = new double[points];
		trial = new double[points];
		offsetAt = new int[points];
		cr = new double[lags.length];
		ci = new double[lags.length];
	}

	/** The times between echoes, each once, and which of them each pair has. */
	private double[] lags(final EchoTrain train) {
		final double[] t = train.sinceFirst();
		final double[] lags = new double[lagOfPair.length];
		int count = 0;
		int pair = 0;
		for (int n = 0; n < echoes; n++)
			for (int m = n + 1; m < echoes; m++, pair++) {
				final double lag = circular ? (m - n) * train.span() / (echoes - 1) : t[m] - t[n];
				int k = 0;
				while (k < count && Math.abs(lags[k] - lag) > 1e-9)
					k++;
				if (k == count) lags[count++] = lag;
				lagOfPair[pair] = k;
			}
		return Arrays.copyOf(lags, count);
	}

	private double field(final double point) {
		return period * (point / points - 0.5);
	}

	private void constants(final EchoTrain train, final int d) {
		final double[] t = train.sinceFirst();
		final double[] fr = train.fatReal();
		final double[] fi = train.fatImaginary();
		final double[] a = Arrays.stream(t).map(time -> Math.exp(-DECAYS[d] * time)).toArray();
		double g11 = 0;
		double g12r = 0;
		double g12i = 0;
		double g22 = 0;
		for (int n = 0; n < echoes; n++) {
			final double p = a[n] * a[n];
			g11 += p;
			g12r += p * fr[n];
			g12i += p * fi[n];
			g22 += p * (fr[n] * fr[n] + fi[n] * fi[n]);
		}
		final double det = g11 * g22 - g12r * g12r - g12i * g12i;
		squares[d] = new double[echoes];
		kr[d] = new double[lagOfPair.length];
		ki[d] = new double[lagOfPair.length];
		int pair = 0;
		for (int n = 0; n < echoes; n++)
			for (int m = n; m < echoes; m++) {
				final double productR = fr[n] * fr[m] + fi[n] * fi[m];
				final double productI = fi[n] * fr[m] - fr[n] * fi[m];
				final double re = g22 - (g12r * fr[m] + g12i * fi[m]) - (g12r * fr[n] + g12i * fi[n]) + g11 * productR;
				final double im = -(g12i * fr[m] - g12r * fi[m]) - (g12r * fi[n] - g12i * fr[n]) + g11 * productI;
				final double factor = a[n] * a[m] / det;
				if (m == n) squares[d][n] = factor * re;
				else {
					kr[d][pair] = factor * re;
					ki[d][pair++] = factor * im;
				}
			}
	}

	/** Takes the products of one voxel's signals. */
	void take(final double[] real, final double[] imaginary) {
		int pair = 0;
		for (int n = 0; n < echoes; n++) {
			own[n] = real[n] * real[n] + imaginary[n] * imaginary[n];
			for (int m = n + 1; m < echoes; m++, pair++) {
				pairReal[pair] = real[n] * real[m] + imaginary[n] * imaginary[m];
				pairImaginary[pair] = real[n] * imaginary[m] - imaginary[n] * real[m];
			}
		}
	}

	/**
	 * Finds the minima.
	 *
	 * @return the energy of the signals; when it is 0 there are no minima
	 */
	double find() {
		Arrays.fill(residuals, Double.POSITIVE_INFINITY);
		double energy = 0;
		for (final double square : own)
			energy += square;
		if (!(energy > 0)) return 0;
		Arrays.fill(curve, Double.POSITIVE_INFINITY);
		for (int o = 0; o < offsets.length; o++)
			for (int d = 0; d < DECAYS.length; d++) {
				draw(d, offsets[o], energy);
				for (int g = 0; g < points; g++)
					if (trial[g] < curve[g]) {
						curve[g] = trial[g];
						offsetAt[g] = o;
					}
			}
		for (int g = 0; g < points; g++) {
			final double left = curve[g > 0 ? g - 1 : circular ? points - 1 : g + 1];
			final double right = curve[g < points - 1 ? g + 1 : circular ? 0 : g - 1];
			if (curve[g] < left && curve[g] <= right) keep(g, left, right, energy);
		}
		return energy;
	}

	/** The residual at each point, for one decay and one phase of the odd echoes. */
	private void draw(final int d, final double offset, final double energy) {
		Arrays.fill(cr, 0);
		Arrays.fill(ci, 0);
		double constant = energy;
		final double c = Math.cos(offset);
		final double s = Math.sin(offset);
		int pair = 0;
		for (int n = 0; n < echoes; n++) {
			constant -= squares[d][n] * own[n];
			for (int m = n + 1; m < echoes; m++, pair++) {
				// The odd one of the two is turned back: the later one by −offset, the earlier (conjugate) one by +offset.
				final double turn = (m & 1) - (n & 1);
				final double pr = turn == 0 ? pairReal[pair] : c * pairReal[pair] + turn * s * pairImaginary[pair];
				final double pi = turn == 0 ? pairImaginary[pair] : c * pairImaginary[pair] - turn * s * pairReal[pair];
				final int k = lagOfPair[pair];
				cr[k] += pr * kr[d][pair] - pi * ki[d][pair];
				ci[k] += pr * ki[d][pair] + pi * kr[d][pair];
			}
		}
		Arrays.fill(trial, constant);
		for (int k = 0; k < cr.length; k++)
			subtract(cr[k], cos[k], ci[k], sin[k], trial);
	}

	private static void subtract(final double a, final double[] cosines, final double b, final double[] sines,
		final double[] from)
	{
		for (int g = 0; g < from.length; g++)
			from[g] -= a * cosines[g] + b * sines[g];
	}

	private void keep(final int g, final double left, final double right, final double energy) {
		final double bend = left - 2 * curve[g] + right;
		final double shift = bend > 0 ? Math.max(-0.5, Math.min(0.5, (left - right) / (2 * bend))) : 0;
		final double value = Math.max(0, curve[g] - (left - right) * shift / 4) / energy;
		int at = MINIMA - 1;
		if (value >= residuals[at]) return;
		while (at > 0 && residuals[at - 1] > value) {
			residuals[at] = residuals[at - 1];
			fields[at] = fields[at - 1];
			phases[at] = phases[at - 1];
			at--;
		}
		residuals[at] = value;
		fields[at] = field(g + shift);
		phases[at] = offsets[offsetAt[g]];
	}
}
