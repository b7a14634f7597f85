package io.github.vertebraj.fatfraction;

/**
 * Fits the signals of one voxel by S(t) = (W + F · c(t)) · exp(η t), η = i2πψ − R2*, W and F complex. For each η they
 * are linear (variable projection, G. H. Golub, V. Pereyra, SIAM J Numer Anal 1973;10:413-432, doi:10.1137/0710036),
 * and the signal is an analytic function of η, so that one complex Gauss-Newton step (with Kaufman's Jacobian) serves
 * the field and the decay at once. Time counts from the first echo here: that changes the factor of W and F only. With a
 * bipolar read-out the phase that the odd echoes have more is a third real unknown.
 * <p>
 * Scratch memory of one thread; the result of a fit is read from it until the next one.
 */
final class ComplexFit {

	private static final int STEPS = 30;
	private static final int HALVINGS = 6;
	/** A step that turns or damps the last echo by less than this is the last one: the error shrinks with its square. */
	private static final double SMALL = 1e-3;
	/** No tissue decays, or rises, faster than this (1/s). */
	private static final double FASTEST = 2000;
	private static final double TURN = 2 * Math.PI;

	private final int n;
	private final double[] t;
	private final double[] cr;
	private final double[] ci;
	private final boolean even;
	private final boolean bipolar;
	private final double first;
	/** The signals of the voxel, to be filled in before {@link #fit}. */
	final double[] real;
	final double[] imaginary;
	private final double[] yr;
	private final double[] yi;
	private final double[] power;

	private double energy;
	private double residual;
	private double wr;
	private double wi;
	private double fr;
	private double fi;
	private double field;
	private double decay;
	private double offset;
	private double stepField;
	private double stepDecay;
	private double stepOffset;
	private double g11;
	private double g12r;
	private double g12i;
	private double g22;
	private double det;

	ComplexFit(final EchoTrain train, final Readout readout) {
		n = train.echoes();
		t = train.sinceFirst();
		cr = train.fatReal();
		ci = train.fatImaginary();
		even = train.isEven();
		bipolar = readout == Readout.BIPOLAR;
		first = train.seconds()[0];
		real = new double[n];
		imaginary = new double[n];
		yr = new double[n];
		yi = new double[n];
		power = new double[n];
	}

	/**
	 * Fits from a start.
	 *
	 * @return whether it came to an end at a decay that a tissue can have
	 */
	boolean fit(final double startField, final double startDecay, final double startOffset) {
		energy = 0;
		for (int k = 0; k < n; k++)
			energy += real[k] * real[k] + imaginary[k] * imaginary[k];
		field = startField;
		decay = startDecay;
		offset = startOffset;
		project();
		for (int step = 0; step < STEPS; step++) {
			direction();
			final double size = (Math.abs(stepField) * TURN + Math.abs(stepDecay)) * t[n - 1] + Math.abs(stepOffset);
			if (!advance()) return size < SMALL && isPossible();
			if (size < SMALL) return isPossible();
			if (Math.abs(decay) > 2 * FASTEST) return false;
		}
		return false;
	}

	private boolean isPossible() {
		return Math.abs(decay) <= FASTEST;
	}

	/** Goes along the direction, as far as the residual falls. */
	private boolean advance() {
		final double before = residual + 1e-12 * energy;
		final double fromField = field;
		final double fromDecay = decay;
		final double fromOffset = offset;
		double share = 1;
		for (int i = 0; i < HALVINGS; i++, share /= 2) {
			field = fromField + share * stepField;
			decay = fromDecay + share * stepDecay;
			offset = fromOffset + share * stepOffset;
			project();
			if (residual <= before) return true;
		}
		field = fromField;
		decay = fromDecay;
		offset = fromOffset;
		project();
		return false;
	}

	/** Water and fat of this field and decay, and the residual. */
	private void project() {
		evolve();
		g11 = 0;
		g12r = 0;
		g12i = 0;
		g22 = 0;
		double b1r = 0;
		double b1i = 0;
		double b2r = 0;
		double b2i = 0;
		for (int k = 0; k < n; k++) {
			final double p = power[k];
			g11 += p;
			g12r += p * cr[k];
			g12i += p * ci[k];
			g22 += p * (cr[k] * cr[k] + ci[k] * ci[k]);
			b1r += yr[k];
			b1i += yi[k];
			b2r += cr[k] * yr[k] + ci[k] * yi[k];
			b2i += cr[k] * yi[k] - ci[k] * yr[k];
		}
		det = g11 * g22 - g12r * g12r - g12i * g12i;
		wr = (g22 * b1r - g12r * b2r + g12i * b2i) / det;
		wi = (g22 * b1i - g12r * b2i - g12i * b2r) / det;
		fr = (g11 * b2r - g12r * b1r - g12i * b1i) / det;
		fi = (g11 * b2i - g12r * b1i + g12i * b1r) / det;
		residual = energy - (b1r * wr + b1i * wi + b2r * fr + b2i * fi);
	}

	/** The signals, turned back and damped once more by conj(exp(η t)), and its squared magnitude. */
	private void evolve() {
		final double cosOffset = bipolar ? Math.cos(offset) : 1;
		final double sinOffset = bipolar ? Math.sin(offset) : 0;
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
			final double a = er * real[k] + ei * imaginary[k];
			final double b = er * imaginary[k] - ei * real[k];
			final boolean odd = (k & 1) == 1;
			yr[k] = odd ? cosOffset * a + sinOffset * b : a;
			yi[k] = odd ? cosOffset * b - sinOffset * a : b;
			final double next = er * qr - ei * qi;
			ei = er * qi + ei * qr;
			er = next;
		}
	}

	/** The Gauss-Newton step: u is t · (the fitted signal), v the fitted signal of the odd echoes, turned by 90°. */
	private void direction() {
		double urr = 0;
		double uri = 0;
		double uu = 0;
		double h1r = 0;
		double h1i = 0;
		double h2r = 0;
		double h2i = 0;
		double vr = 0;
		double vv = 0;
		double uv = 0;
		double k1r = 0;
		double k1i = 0;
		double k2r = 0;
		double k2i = 0;
		for (int k = 0; k < n; k++) {
			final double mr = wr + fr * cr[k] - fi * ci[k];
			final double mi = wi + fr * ci[k] + fi * cr[k];
			final double square = power[k] * (mr * mr + mi * mi);
			final double tp = t[k] * power[k];
			urr += t[k] * (mr * yr[k] + mi * yi[k] - square);
			uri += t[k] * (mr * yi[k] - mi * yr[k]);
			uu += t[k] * t[k] * square;
			h1r += tp * mr;
			h1i += tp * mi;
			h2r += tp * (cr[k] * mr + ci[k] * mi);
			h2i += tp * (cr[k] * mi - ci[k] * mr);
			if (bipolar && (k & 1) == 1) {
				vr += mr * yi[k] - mi * yr[k];
				vv += square;
				uv += t[k] * square;
				k1r -= power[k] * mi;
				k1i += power[k] * mr;
				k2r += power[k] * (ci[k] * mr - cr[k] * mi);
				k2i += power[k] * (cr[k] * mr + ci[k] * mi);
			}
		}
		uu -= quadratic(h1r, h1i, h2r, h2i);
		double zr = urr / uu;
		double zi = uri / uu;
		stepOffset = 0;
		if (bipolar) {
			vv -= quadratic(k1r, k1i, k2r, k2i);
			final double uvr = -crossReal(h1r, h1i, h2r, h2i, k1r, k1i, k2r, k2i);
			final double uvi = uv - crossReal(h1r, h1i, h2r, h2i, k1i, -k1r, k2i, -k2r);
			final double top = vr - (uvr * urr + uvi * uri) / uu;
			final double bottom = vv - (uvr * uvr + uvi * uvi) / uu;
			stepOffset = bottom > 1e-9 * vv ? top / bottom : 0;
			zr -= uvr * stepOffset / uu;
			zi -= uvi * stepOffset / uu;
		}
		stepField = zi / TURN;
		stepDecay = -zr;
	}

	/** hᴴ G⁻¹ h, what the model already explains. */
	private double quadratic(final double h1r, final double h1i, final double h2r, final double h2i) {
		return crossReal(h1r, h1i, h2r, h2i, h1r, h1i, h2r, h2i);
	}

	/** The real part of hᴴ G⁻¹ k; the imaginary part is that of −ik. */
	private double crossReal(final double h1r, final double h1i, final double h2r, final double h2i, final double k1r,
		final double k1i, final double k2r, final double k2i)
	{
		final double x1r = g22 * k1r - g12r * k2r + g12i * k2i;
		final double x1i = g22 * k1i - g12r * k2i - g12i * k2r;
		final double x2r = g11 * k2r - g12r * k1r - g12i * k1i;
		final double x2i = g11 * k2i - g12r * k1i + g12i * k1r;
		return (h1r * x1r + h1i * x1i + h2r * x2r + h2i * x2i) / det;
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
		return offset;
	}

	/** The sum of the squared differences of the real and imaginary parts from the fit. */
	double residual() {
		return Math.max(0, residual);
	}

	/** The sum of the squared signals. */
	double energy() {
		return energy;
	}

	/** Magnitude of water and fat together at the time 0. */
	double sum() {
		return Math.hypot(wr + fr, wi + fi) * Math.exp(decay * first);
	}

	/**
	 * The fat fraction, 0 to 1 but for noise. The magnitude of the lesser of the two is always above 0, so the greater
	 * one is compared with the sum (C. Y. Liu et al., Magn Reson Med 2007;58:354-364, doi:10.1002/mrm.21301).
	 */
	double fraction() {
		final double water = Math.hypot(wr, wi);
		final double fat = Math.hypot(fr, fi);
		final double sum = Math.hypot(wr + fr, wi + fi);
		return water >= fat ? 1 - water / sum : fat / sum;
	}
}
