package io.github.vertebraj.phantom;

/**
 * Kinds of tissue, with their signals in arbitrary units on a T1-weighted, a T2-weighted and a fat-suppressed
 * T2-weighted image, and with their water and fat. The numbers are invented; their order is that of a middle-aged patient's lumbar spine.
 */
enum TissueKind {
	AIR(0, 0, 0, 0, Double.NaN, 0), //
	MARROW(420, 380, 110, 800, 40, 90), //
	CORTICAL_BONE(30, 30, 20, 120, 4, 300), //
	FLUID(120, 1300, 1300, 1050, 0, 8), //
	CORD(330, 420, 420, 800, 1, 25), //
	ROOTS(300, 500, 500, 850, 1, 20), //
	LIGAMENT(60, 50, 40, 190, 2, 80), //
	MUSCLE(240, 150, 170, 690, 6, 40), //
	FAT(800, 650, 40, 1000, 93, 50), //
	VESSEL(40, 40, 40, 330, 0, 45), //
	BOWEL(280, 400, 420, 480, 4, 80), //
	MESENTERY(500, 420, 150, 850, 80, 50), //
	DISC(200, 520, 480, 720, 1.5, 35), //
	/** The lesion of low ADC. */
	LYTIC(200, 720, 480, 900, 7, 45), //
	/** The lesion of high ADC. */
	HAEMANGIOMA(680, 760, 300, 950, 64, 55), //
	BLASTIC(90, 110, 60, 260, 8, 140);

	private final double t1;
	private final double t2;
	private final double fatSuppressed;
	private final double density;
	private final double percent;
	private final double r2Star;

	TissueKind(final double t1, final double t2, final double fatSuppressed, final double density, final double percent,
		final double r2Star)
	{
		this.t1 = t1;
		this.t2 = t2;
		this.fatSuppressed = fatSuppressed;
		this.density = density;
		this.percent = percent;
		this.r2Star = r2Star;
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

	/** Signal of water and fat together at the echo time 0, with a small flip angle. */
	double density() {
		return density;
	}

	/** Fat fraction in %; of marrow, what it usually is. NaN where there is nothing. */
	double percent() {
		return percent;
	}

	/** In 1/s, the same for water and fat. */
	double r2Star() {
		return r2Star;
	}
}
