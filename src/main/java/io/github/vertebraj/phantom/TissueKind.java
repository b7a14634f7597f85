package io.github.vertebraj.phantom;

/**
 * Kinds of tissue, with their signals in arbitrary units on a T1-weighted, a T2-weighted and a fat-suppressed
 * T2-weighted image. The numbers are invented; their order is that of a middle-aged patient's lumbar spine.
 */
enum TissueKind {
	AIR(0, 0, 0), //
	MARROW(420, 380, 110), //
	CORTICAL_BONE(30, 30, 20), //
	FLUID(120, 1300, 1300), //
	CORD(330, 420, 420), //
	ROOTS(300, 500, 500), //
	LIGAMENT(60, 50, 40), //
	MUSCLE(240, 150, 170), //
	FAT(800, 650, 40), //
	VESSEL(40, 40, 40), //
	BOWEL(280, 400, 420), //
	MESENTERY(500, 420, 150), //
	DISC(200, 520, 480), //
	/** The lesion of low ADC. */
	LYTIC(200, 720, 480), //
	/** The lesion of high ADC. */
	HAEMANGIOMA(680, 760, 300), //
	BLASTIC(90, 110, 60);

	private final double t1;
	private final double t2;
	private final double fatSuppressed;

	TissueKind(final double t1, final double t2, final double fatSuppressed) {
		this.t1 = t1;
		this.t2 = t2;
		this.fatSuppressed = fatSuppressed;
	}

	double t1() {
		return t1;
	}

	double t2() {
		return t2;
	}

	double fatSuppressed() {
		return fatSuppressed;
	}
}
