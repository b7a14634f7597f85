package io.github.vertebraj.fatfraction;

/** A fit with one more unknown: the phase that the odd echoes have more because they are read the other way. */
final class BipolarFit extends ComplexFit {

	/** The phase cannot be told from the field and the decay when less than this share of its effect is its own. */
	private static final double OWN = 1e-9;

	private final double[] turnedReal;
	private final double[] turnedImaginary;
	private double offset;
	private double stepOffset;

	BipolarFit(final EchoTrain train) {
		super(train);
		turnedReal = new double[n];
		turnedImaginary = new double[n];
	}

	@Override
	boolean fit(final double startField, final double startDecay, final double startOffset) {
		offset = startOffset;
		return super.fit(startField, startDecay, startOffset);
	}

	@Override
	void move(final double share) {
		super.move(share);
		offset += share * stepOffset;
	}

	@Override
	double stepSize() {
		return super.stepSize() + Math.abs(stepOffset);
	}

	@Override
	void evolve(final double[] re, final double[] im) {
		final double c = Math.cos(offset);
		final double s = Math.sin(offset);
		for (int k = 0; k < n; k++) {
			final boolean odd = (k & 1) == 1;
			turnedReal[k] = odd ? c * re[k] + s * im[k] : re[k];
			turnedImaginary[k] = odd ? c * im[k] - s * re[k] : im[k];
		}
		super.evolve(turnedReal, turnedImaginary);
	}

	/** The step in three real unknowns; v is the fitted signal of the odd echoes, turned by 90°. */
	@Override
	void direct() {
		super.direct();
		double vr = 0;
		double vv = 0;
		double uv = 0;
		double k1r = 0;
		double k1i = 0;
		double k2r = 0;
		double k2i = 0;
		for (int k = 1; k < n; k += 2) {
			final double mr = wr + fr * cr[k] - fi * ci[k];
			final double mi = wi + fr * ci[k] + fi * cr[k];
			final double square = power[k] * (mr * mr + mi * mi);
			vr += mr * yi[k] - mi * yr[k];
			vv += square;
			uv += t[k] * square;
			k1r -= power[k] * mi;
			k1i += power[k] * mr;
			k2r += power[k] * (ci[k] * mr - cr[k] * mi);
			k2i += power[k] * (cr[k] * mr + ci[k] * mi);
		}
		final double own = vv - explained(k1r, k1i, k2r, k2i, k1r, k1i, k2r, k2i);
		final double uvr = -explained(h1r, h1i, h2r, h2i, k1r, k1i, k2r, k2i);
		final double uvi = uv - explained(h1r, h1i, h2r, h2i, k1i, -k1r, k2i, -k2r);
		final double bottom = own - (uvr * uvr + uvi * uvi) / uu;
		stepOffset = bottom > OWN * vv ? (vr - (uvr * urr + uvi * uri) / uu) / bottom : 0;
		stepField -= uvi * stepOffset / uu / (2 * Math.PI);
		stepDecay += uvr * stepOffset / uu;
	}

	@Override
	double offset() {
		return offset;
	}
}
