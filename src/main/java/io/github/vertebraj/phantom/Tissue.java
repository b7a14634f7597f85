package io.github.vertebraj.phantom;

/**
 * What a voxel is made of.
 *
 * @param kind   which tissue
 * @param signal of diffusion images at b = 0, in arbitrary units
 * @param adc    in 10^-3 mm²/s; NaN where there is nothing to measure
 * @param gain   by which the signal is more than the tissue's own, in whichever sequence
 */
record Tissue(TissueKind kind, double signal, double adc, double gain) {

	static final Tissue AIR = new Tissue(TissueKind.AIR, 0, Double.NaN);
	static final Tissue MARROW = new Tissue(TissueKind.MARROW, 400, 0.45);
	static final Tissue CORTICAL_BONE = new Tissue(TissueKind.CORTICAL_BONE, 60, 0.6);
	static final Tissue FLUID = new Tissue(TissueKind.FLUID, 1300, 3.0);
	static final Tissue CORD = new Tissue(TissueKind.CORD, 650, 0.95);
	static final Tissue ROOTS = new Tissue(TissueKind.ROOTS, 700, 1.4);
	static final Tissue LIGAMENT = new Tissue(TissueKind.LIGAMENT, 90, 0.9);
	static final Tissue MUSCLE = new Tissue(TissueKind.MUSCLE, 330, 1.45);
	/** Suppressed, as in every diffusion sequence. */
	static final Tissue FAT = new Tissue(TissueKind.FAT, 130, 0.3);
	/** Flowing blood leaves hardly any signal. */
	static final Tissue VESSEL = new Tissue(TissueKind.VESSEL, 70, 2.2);
	static final Tissue BOWEL = new Tissue(TissueKind.BOWEL, 330, 2.0);
	static final Tissue MESENTERY = new Tissue(TissueKind.MESENTERY, 170, 1.1);

	Tissue(final TissueKind kind, final double signal, final double adc) {
		this(kind, signal, adc, 1);
	}

	/** The same tissue with more or less signal. */
	Tissue times(final double factor) {
		return new Tissue(kind, signal * factor, adc, gain * factor);
	}

	/** The signal at a b-value in s/mm², without noise. */
	double signalAt(final double b) {
		return signal == 0 ? 0 : signal * Math.exp(-b * adc / 1000);
	}
}
