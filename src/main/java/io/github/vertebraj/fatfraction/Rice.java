package io.github.vertebraj.fatfraction;

/**
 * Modified Bessel functions of the order 0 and 1, which the likelihood of Rician noise needs (polynomials 9.8.1 to 9.8.4
 * of M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964; relative error under 3e-7).
 */
final class Rice {

	/** From here on the polynomials of the inverse hold. */
	private static final double LIMIT = 3.75;

	private static final double[] I0_SMALL = { 1, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.0360768, 0.0045813 };
	private static final double[] I1_SMALL = { 0.5, 0.87890594, 0.51498869, 0.15084934, 0.02658733, 0.00301532,
		0.00032411 };
	private static final double[] I0_LARGE = { 0.39894228, 0.01328592, 0.00225319, -0.00157565, 0.00916281, -0.02057706,
		0.02635537, -0.01647633, 0.00392377 };
	private static final double[] I1_LARGE = { 0.39894228, -0.03988024, -0.00362018, 0.00163801, -0.01031555, 0.02282967,
		-0.02895312, 0.01787654, -0.00420059 };

	private Rice() {}

	/** ln I0(x), x of 0 and more. */
	static double logI0(final double x) {
		if (x < LIMIT) return Math.log(polynomial(I0_SMALL, x * x / (LIMIT * LIMIT)));
		return x + Math.log(polynomial(I0_LARGE, LIMIT / x)) - 0.5 * Math.log(x);
	}

	/** I1(x) / I0(x), x of 0 and more: from 0 to 1. */
	static double ratio(final double x) {
		if (x >= LIMIT) return polynomial(I1_LARGE, LIMIT / x) / polynomial(I0_LARGE, LIMIT / x);
		final double square = x * x / (LIMIT * LIMIT);
		return x * polynomial(I1_SMALL, square) / polynomial(I0_SMALL, square);
	}

	private static double polynomial(final double[] coefficients, final double x) {
		double sum = 0;
		for (int i = coefficients.length - 1; i >= 0; i--)
			sum = sum * x + coefficients[i];
		return sum;
	}
}
