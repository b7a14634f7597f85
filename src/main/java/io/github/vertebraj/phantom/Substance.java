package io.github.vertebraj.phantom;

/** What tissues look like in water-fat imaging with a small flip angle. */
enum Substance {
		AIR(0, Double.NaN, 0), MARROW(800, 40, 90), LESION(900, 7, 45), HAEMANGIOMA(950, 64, 55), CORTICAL_BONE(120, 4, 300),
		DISC(720, 1.5, 35), FLUID(1050, 0, 8), CORD(800, 1, 25), ROOTS(850, 1, 20), LIGAMENT(190, 2, 80), MUSCLE(690, 6, 40),
		FAT(1000, 93, 50), VESSEL(330, 0, 45), BOWEL(480, 4, 80), MESENTERY(850, 80, 50);

	private final double density;
	private final double percent;
	private final double r2Star;

	Substance(final double density, final double percent, final double r2Star) {
		this.density = density;
		this.percent = percent;
		this.r2Star = r2Star;
	}

	/** Signal of water and fat together at the echo time 0, in arbitrary units. */
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
