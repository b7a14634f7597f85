package io.github.vertebraj.phantom;

/**
 * What a voxel is made of.
 *
 * @param substance what it is, with its water and fat
 * @param signal    of diffusion images at b = 0, in arbitrary units
 * @param adc       in 10^-3 mm²/s; NaN where there is nothing to measure
 * @param gain      by which the signal is more than the substance's own, in whichever sequence
 */
record Tissue(Substance substance, double signal, double adc, double gain) {

	static final Tissue AIR = new Tissue(Substance.AIR, 0, Double.NaN);
	static final Tissue MARROW = new Tissue(Substance.MARROW, 400, 0.45);
	static final Tissue CORTICAL_BONE = new Tissue(Substance.CORTICAL_BONE, 60, 0.6);
	static final Tissue FLUID = new Tissue(Substance.FLUID, 1300, 3.0);
	static final Tissue CORD = new Tissue(Substance.CORD, 650, 0.95);
	static final Tissue ROOTS = new Tissue(Substance.ROOTS, 700, 1.4);
	static final Tissue LIGAMENT = new Tissue(Substance.LIGAMENT, 90, 0.9);
	static final Tissue MUSCLE = new Tissue(Substance.MUSCLE, 330, 1.45);
	/** Suppressed, as in every diffusion sequence. */
	static final Tissue FAT = new Tissue(Substance.FAT, 130, 0.3);
	/** Flowing blood leaves hardly any signal. */
	static final Tissue VESSEL = new Tissue(Substance.VESSEL, 70, 2.2);
	static final Tissue BOWEL = new Tissue(Substance.BOWEL, 330, 2.0);
	static final Tissue MESENTERY = new Tissue(Substance.MESENTERY, 170, 1.1);

	Tissue(final Substance substance, final double signal, final double adc) {
		this(substance, signal, adc, 1);
	}

	/** The same tissue with more or less signal. */
	Tissue times(final double factor) {
		return new Tissue(substance, signal * factor, adc, gain * factor);
	}

	/** The signal at a b-value in s/mm², without noise. */
	double signalAt(final double b) {
		return signal == 0 ? 0 : signal * Math.exp(-b * adc / 1000);
	}
}
