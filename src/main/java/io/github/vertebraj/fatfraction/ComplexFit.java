package io.github.vertebraj.fatfraction;

/**
 * Fits the signals of one voxel by S(t) = (W + F · c(t)) · exp(η t), η = i2πψ − R2*, W and F complex. For each η they
 * are linear (variable projection, G. H. Golub, V. Pereyra, SIAM J Numer Anal 1973;10:413-432, doi:10.1137/0710036),
 * and the signal is an analytic function of η, so that one complex Gauss-Newton step (with Kaufman's Jacobian) serves
 * the field and the decay at once. All that a step needs are sums over echoes that do not depend on W and F, so that one
 * pass makes them. Time counts from the first echo here: that changes the factor of W and F only.
 * <p>
 * Scratch memory of one thread; the result of a fit is read from it until the next one.
 */
class ComplexFit {

	private static final int STEPS = 30;
	private static final int HALVINGS = 6;
	/** A step that turns or damps the last echo by less than this is the last one: the error shrinks with its square. */
	private static final double SMALL = 2e-3;
	/** No tissue decays, or rises, faster than this (1/s). */
	private static final double FASTEST = 2000;
	private static final double TURN = 2 * Math.PI;

	/** Number of echoes. */
	final int n;
	/** Time since the first echo, in s, and how fat has turned. */
	final double[] t;
	final double[] cr;
	final double[] ci;
	private final double[] cc;
	private final boolean even;
	private final double first;
	/** The signals of the voxel, to be filled in before {@link #fit}. */
	final double[] real;
	final double[] imaginary;
	/** conj(exp(η t)) times the signal, and the square of exp(−R2* t). */
	final double[] yr;
	final double[] yi;
	final double[] power;

	private double energy;
	private double residual;
	double wr;
	double wi;
	double fr;
	double fi;
	private double field;
	private double decay;
	double stepField;
	double stepDecay;
	/** Sums of power · {1, c, |c|²}, with the factors 1 (g), t (h) and t² (s). */
	private double g11, g12r, g12i, g22;
	private double h11, h12r, h12i, h22;
	private double s11, s12r, s12i, s22;
	/** Sums of t · y and t · conj(c) · y. */
	private double z1r, z1i, z2r, z2i;
	private double det;
	/** Projections of u = t · (the fitted signal) on water and on fat. */
	double h1r;
	double h1i;
	double h2r;
	double h2i;
	/** uᴴ times the residual, and uᴴu of what water and fat do not explain. */
	double urr;
	double uri;
	double uu;

	ComplexFit(final EchoTrain train) {
		n = train.echoes();
		t = train.sinceFirst();
		cr = train.fatReal();
		ci = train.fatImaginary();
		cc = new double[n];
		for (int k = 0; k < n; k++)
			cc[k] = cr[k] * cr[k] + ci[k] * ci[k];
		even = train.isEven();
		first = train.seconds()[0];
		real = new double[n];
		imaginary = new double[n];
		yr = new double[n];
		yi = new double[n];
		power = new double[n];
	}

	/** A fit for a read-out. */
	static ComplexFit of(final EchoTrain train, final Readout readout) {
		return readout == Readout.BIPOLAR ? new BipolarFit(train) : new ComplexFit(train);
	}

	/**
	 * Fits from a start.
	 *
	 * @param startOffset phase that the odd echoes have more, for a bipolar read-out
	 * @return whether it came to an end at a decay that a tissue can have
	 */
	boolean fit(final double startField, final double startDecay, final double startOffset) {
		energy = 0;
		for (int k = 0; k < n; k++)
			energy += real[k] * real[k] + imaginary[k] * imaginary[k];
		field = startField;
		decay = startDecay;
		project();
		for (int step = 0; step < STEPS; step++) {
			direct();
			final double size = stepSize();
			if (!advance()) return size < SMALL && isPossible();
			if (size < SMALL) return isPossible();
			if (Math.abs(decay) > 2 * FASTEST) return false;
		}
		return false;
	}

	private boolean isPossible() {
		return Math.abs(decay) <= FASTEST;
	}

	/** How much the step turns and damps the last echo. */
	double stepSize() {
		return (Math.abs(stepField) * TURN + Math.abs(stepDecay)) * t[n - 1];
	}

	/** Goes along the direction, as far as the residual falls. */
	private boolean advance() {
		final double before = residual + 1e-12 * energy;
		double share = 1;
		for (int i = 0; i < HALVINGS; i++, share /= 2) {
			move(share);
			project();
			if (residual <= before) return true;
			move(-share);
		}
		project();
		return false;
	}

	void move(final double share) {
		field += share * stepField;
		decay += share * stepDecay;
	}

	/** Water and fat of this field and decay, and the residual. */
	private void project() {
		evolve(real, imaginary);
		solve();
	}

	/** Turns the signals back, and damps them once more. */
	void evolve(final double[] re, final double[] im) {
		double er = 1;
		double ei = 0;
		double qr = 0;
		double qi = 0;
		if (even) {
			final double dt = t[n - 1] / (n - 1);
			final double damp = Math.exp(-decay * dt);
			qr = damp * Math.cos(TURN * field * dt);
			qi = damp * Math.sin(TURN * field * dt);
		}
		for (int k = 0; k < n; k++) {
			if (!even) {
				final double damp = Math.exp(-decay * t[k]);
				er = damp * Math.cos(TURN * field * t[k]);
				ei = damp * Math.sin(TURN * field * t[k]);
			}
			power[k] = er * er + ei * ei;
			yr[k] = er * re[k] + ei * im[k];
			yi[k] = er * im[k] - ei * re[k];
			final double next = er * qr - ei * qi;
			ei = er * qi + ei * qr;
			er = next;
		}
	}

	private void solve() {
		double a11 = 0, a12r = 0, a12i = 0, a22 = 0;
		double b11 = 0, b12r = 0, b12i = 0, b22 = 0;
		double c11 = 0, c12r = 0, c12i = 0, c22 = 0;
		double x1r = 0, x1i = 0, x2r = 0, x2i = 0;
		double v1r = 0, v1i = 0, v2r = 0, v2i = 0;
		for (int k = 0; k < n; k++) {
			final double time = t[k];
			final double c = cr[k];
			final double d = ci[k];
			final double p0 = power[k];
			final double p1 = time * p0;
			final double p2 = time * p1;
			a11 += p0;
			a12r += p0 * c;
			a12i += p0 * d;
			a22 += p0 * cc[k];
			b11 += p1;
			b12r += p1 * c;
			b12i += p1 * d;
			b22 += p1 * cc[k];
			c11 += p2;
			c12r += p2 * c;
			c12i += p2 * d;
			c22 += p2 * cc[k];
			final double fatR = c * yr[k] + d * yi[k];
			final double fatI = c * yi[k] - d * yr[k];
			x1r += yr[k];
			x1i += yi[k];
			x2r += fatR;
			x2i += fatI;
			v1r += time * yr[k];
			v1i += time * yi[k];
			v2r += time * fatR;
			v2i += time * fatI;
		}
		det = a11 * a22 - a12r * a12r - a12i * a12i;
		wr = (a22 * x1r - a12r * x2r + a12i * x2i) / det;
		wi = (a22 * x1i - a12r * x2i - a12i * x2r) / det;
		fr = (a11 * x2r - a12r * x1r - a12i * x1i) / det;
		fi = (a11 * x2i - a12r * x1i + a12i * x1r) / det;
		residual = energy - (x1r * wr + x1i * wi + x2r * fr + x2i * fi);
		g11 = a11;
		g12r = a12r;
		g12i = a12i;
		g22 = a22;
		h11 = b11;
		h12r = b12r;
		h12i = b12i;
		h22 = b22;
		s11 = c11;
		s12r = c12r;
		s12i = c12i;
		s22 = c22;
		z1r = v1r;
		z1i = v1i;
		z2r = v2r;
		z2i = v2i;
	}

	/** The Gauss-Newton step: the residual's part along u. */
	void direct() {
		h1r = h11 * wr + h12r * fr - h12i * fi;
		h1i = h11 * wi + h12r * fi + h12i * fr;
		h2r = h12r * wr + h12i * wi + h22 * fr;
		h2i = h12r * wi - h12i * wr + h22 * fi;
		final double crossR = wr * fr + wi * fi;
		final double crossI = wr * fi - wi * fr;
		urr = wr * z1r + wi * z1i + fr * z2r + fi * z2i - (wr * h1r + wi * h1i + fr * h2r + fi * h2i);
		uri = wr * z1i - wi * z1r + fr * z2i - fi * z2r;
		uu = s11 * (wr * wr + wi * wi) + 2 * (s12r * crossR - s12i * crossI) + s22 * (fr * fr + fi * fi) - explained(h1r,
			h1i, h2r, h2i, h1r, h1i, h2r, h2i);
		stepField = uri / uu / TURN;
		stepDecay = -urr / uu;
	}

	/** Re(hᴴ G⁻¹ k), what water and fat explain of the product; the imaginary part is that of −ik. */
	final double explained(final double a1r, final double a1i, final double a2r, final double a2i, final double k1r,
		final double k1i, final double k2r, final double k2i)
	{
		final double x1r = g22 * k1r - g12r * k2r + g12i * k2i;
		final double x1i = g22 * k1i - g12r * k2i - g12i * k2r;
		final double x2r = g11 * k2r - g12r * k1r - g12i * k1i;
		final double x2i = g11 * k2i - g12r * k1i + g12i * k1r;
		return (a1r * x1r + a1i * x1i + a2r * x2r + a2i * x2i) / det;
	}

	/** In Hz. */
	double field() {
		return field;
	}

	/** R2* in 1/s. */
	double decay() {
		return decay;
	}

	/** The phase that the odd echoes have more, in radians. */
	double offset() {
		return 0;
	}

	/** The sum of the squared differences of the real and imaginary parts from the fit. */
	double residual() {
		return Math.max(0, residual);
	}

	/** Magnitude of water and fat together at the time 0. */
	double sum() {
		return size(wr + fr, wi + fi) * Math.exp(decay * first);
	}

	/**
	 * The fat fraction, 0 to 1 but for noise. The magnitude of the lesser of the two is always above 0, so the greater
	 * one is compared with the sum (C. Y. Liu et al., Magn Reson Med 2007;58:354-364, doi:10.1002/mrm.21301).
	 */
	double fraction() {
		final double water = size(wr, wi);
		final double fat = size(fr, fi);
		final double sum = size(wr + fr, wi + fi);
		return water >= fat ? 1 - water / sum : fat / sum;
	}

	/** As Math.hypot, which guards against overflow and is far slower. */
	private static double size(final double re, final double im) {
		return Math.sqrt(re * re + im * im);
	}
}
