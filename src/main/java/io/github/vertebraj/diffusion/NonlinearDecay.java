package io.github.vertebraj.diffusion;

/**
 * Least squares of S(x) = h · exp(−u · x) by variable projection: for each u the best height h is known, so that u
 * alone is sought (Golub and Pereyra, SIAM J Numer Anal 1973;10:413-432, doi:10.1137/0710036).
 * <p>
 * With e = exp(−u · x), the best h is Σ S·e / Σ e², and the squares are least where the mean of x weighted by S · e
 * equals the mean of x weighted by e². Their difference q(u) is below 0 for small u and above 0 for large u; its slope
 * is twice the variance of x weighted by e² less that weighted by S · e. Newton's steps on q end at a minimum when they
 * begin near it. Where a step is long or the slope not positive, they did not (such data are no decay): the search
 * begins anew from the best of what is known, and goes on by short Gauss-Newton steps inside the bracket of the signs
 * of q. Not thread-safe.
 */
final class NonlinearDecay {

	/** Newton's steps square the error, so that behind a step this small (x spans 1) u is exact to about 1e-12. */
	static final double TOLERANCE = 1e-6;

	/** Longer steps are not trusted, as e would change by more than its own size. */
	static final double LONG = 1;

	/** Some ten steps are usual even for noise; no loop is endless. */
	private static final int LIMIT = 200;

	private final double[] x;

	/** At the last u: Σ S·e and Σ e², both weighted means of x, and their variances. */
	private double sum;
	private double sumModel;
	private double mean;
	private double meanModel;
	private double variance;
	private double varianceModel;

	/**
	 * @param x from 0 to 1, rising
	 */
	NonlinearDecay(final double[] x) {
		this.x = x;
	}

	/**
	 * @param signal at each x, above 0, the largest about 1
	 * @param start  where the search begins, from a weighted linear fit
	 * @return u
	 */
	double rate(final double[] signal, final double start) {
		double u = start;
		for (int i = 0; i < LIMIT; i++) {
			look(signal, u);
			final double slope = 2 * varianceModel - variance;
			final double step = (mean - meanModel) / slope;
			if (!(slope > 0) || Math.abs(step) > LONG) return search(signal, better(signal, u));
			u -= step;
			if (Math.abs(step) <= TOLERANCE) return u;
		}
		return u;
	}

	/** The u of the least squares among the one given, that of the log-linear fit and 0. */
	private double better(final double[] signal, final double u) {
		double cross = 0;
		double square = 0;
		double middle = 0;
		for (final double value : x)
			middle += value / x.length;
		for (int k = 0; k < x.length; k++) {
			cross += (x[k] - middle) * Math.log(signal[k]);
			square += (x[k] - middle) * (x[k] - middle);
		}
		double best = u;
		double most = explained(signal, u);
		for (final double candidate : new double[] { -cross / square, 0 }) {
			final double explained = explained(signal, candidate);
			if (explained > most || Double.isNaN(most)) {
				most = explained;
				best = candidate;
			}
		}
		return best;
	}

	/** What the best height for u takes from the sum of squares of the signal. */
	private double explained(final double[] signal, final double u) {
		look(signal, u);
		return sum * sum / sumModel;
	}

	private double search(final double[] signal, final double start) {
		double u = start;
		double low = Double.NEGATIVE_INFINITY;
		double high = Double.POSITIVE_INFINITY;
		for (int i = 0; i < LIMIT; i++) {
			look(signal, u);
			final double q = mean - meanModel;
			if (q > 0) high = u;
			else low = u;
			double next = u - q / (2 * varianceModel - variance);
			// Also where the slope is not a number or q has the wrong sign for it: only a step inside the bracket passes.
			if (!(next > low && next < high && Math.abs(next - u) <= LONG)) next = u - Math.max(-LONG, Math.min(LONG, q /
				varianceModel));
			if (!(next > low && next < high)) next = (low + high) / 2;
			if (!(Math.abs(next - u) > TOLERANCE)) return Double.isFinite(next) ? next : u;
			u = next;
		}
		return u;
	}

	private void look(final double[] signal, final double u) {
		double a = 0;
		double a1 = 0;
		double a2 = 0;
		double b = 0;
		double b1 = 0;
		double b2 = 0;
		// exp(-u x) / exp(max(0, -u)) stays within 0..1 whatever the sign of u.
		final double top = Math.max(0, -u);
		for (int k = 0; k < x.length; k++) {
			final double e = Math.exp(-u * x[k] - top);
			final double s = signal[k] * e;
			final double m = e * e;
			a += s;
			a1 += s * x[k];
			a2 += s * x[k] * x[k];
			b += m;
			b1 += m * x[k];
			b2 += m * x[k] * x[k];
		}
		sum = a;
		sumModel = b;
		mean = a1 / a;
		meanModel = b1 / b;
		variance = a2 / a - mean * mean;
		varianceModel = b2 / b - meanModel * meanModel;
	}
}
