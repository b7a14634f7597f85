package io.github.vertebraj.diffusion;

/**
 * Least squares of S(x) = h · exp(−u · x) by variable projection: for each u the best height h is known, so that u alone
 * is sought (Golub and Pereyra, SIAM J Numer Anal 1973;10:413-432, doi:10.1137/0710036).
 * <p>
 * With e = exp(−u · x), the squares are least where the mean of x weighted by S · e equals the mean of x weighted by e².
 * Their difference q(u) falls below 0 for small u and rises above 0 for large u; its slope is twice the variance of x
 * weighted by e² less that weighted by S · e. Newton's steps on q, kept inside the bracket of signs seen so far, end
 * at a minimum: where a step would leave the bracket or the slope is not positive (far from the minimum), a
 * Gauss-Newton step or the middle of the bracket takes its place.
 */
final class NonlinearDecay {

	/** Newton's steps square the error, so that behind a step this small (x spans 1) u is exact to about 1e-12. */
	static final double TOLERANCE = 1e-6;

	/** Each bisection halves the bracket and each free step is limited: never reached, but no loop is endless. */
	private static final int LIMIT = 200;

	private final double[] x;

	/**
	 * @param x from 0 to 1
	 */
	NonlinearDecay(final double[] x) {
		this.x = x;
	}

	/**
	 * @param signal at each x, above 0, the largest about 1
	 * @param start  where the search begins, from a linear fit
	 * @return u
	 */
	double rate(final double[] signal, final double start) {
		double u = start;
		double low = Double.NEGATIVE_INFINITY;
		double high = Double.POSITIVE_INFINITY;
		for (int i = 0; i < LIMIT; i++) {
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
			final double meanA = a1 / a;
			final double meanB = b1 / b;
			final double q = meanA - meanB;
			if (q > 0) high = u;
			else low = u;
			final double spread = b2 / b - meanB * meanB;
			final double slope = 2 * spread - (a2 / a - meanA * meanA);
			double next = u - q / slope;
			if (!(slope > 0) || next < low || next > high || Math.abs(next - u) > 1) next = u - Math.max(-1, Math.min(1, q /
				spread));
			// before the bracket is asked: at the minimum itself the step vanishes and u is an end of the bracket
			if (Math.abs(next - u) <= TOLERANCE) return next;
			if (!(next > low && next < high)) next = (low + high) / 2;
			if (Math.abs(next - u) <= TOLERANCE) return next;
			u = next;
		}
		return u;
	}
}
