package io.github.vertebraj.dualenergy;

/**
 * Virtual monoenergetic images from the images of two spectra, decomposed into water and one other basis material:
 * 1 + HU_i/1000 = x_water + x_basis r_i, with r = (µ/ρ)_basis/(µ/ρ)_water at the effective energy of spectrum i (Alvarez
 * and Macovski, Phys Med Biol 1976;21:733-744, doi:10.1088/0031-9155/21/5/002, in image space). Solved, it is a blend:
 * VMI(E) = w LOW + (1 − w) HIGH with w = 1 + (r(E) − r_low)/(r_low − r_high). So water is 0 HU and vacuum −1000 HU at
 * every energy, and at the effective energy of a spectrum the image is that of the spectrum.
 *
 * @param basis     the material beside water
 * @param ratioLow  r of the low image
 * @param ratioHigh r of the high image
 */
public record VirtualMonoenergetic(Material basis, double ratioLow, double ratioHigh) {

	/** Ratios that differ by less do not tell the materials apart: noise would be a million times amplified. */
	private static final double LEAST_DIFFERENCE = 1e-6;

	/**
	 * @throws IllegalArgumentException when the ratios are equal, not finite or not above 0, or the basis is water
	 */
	public VirtualMonoenergetic {
		if (basis.key().equals(Material.water().key())) throw new IllegalArgumentException(
			"Water is one basis already: the other must be another material");
		if (!(ratioLow > 0 && ratioHigh > 0) || Double.isInfinite(ratioLow + ratioHigh)) throw new IllegalArgumentException(
			"The attenuation of " + basis.name() + " relative to water must be above 0 in both spectra, but is " + ratioLow +
				" and " + ratioHigh);
		if (Math.abs(ratioLow - ratioHigh) < LEAST_DIFFERENCE) throw new IllegalArgumentException(basis.name() +
			" attenuates as much relative to water in both spectra (" + ratioLow + " and " + ratioHigh +
			"): two such images do not tell them apart");
	}

	/**
	 * @throws IllegalArgumentException when the basis attenuates alike at both, relative to water
	 */
	public static VirtualMonoenergetic of(final Material basis, final EffectiveEnergies energies) {
		return new VirtualMonoenergetic(basis, basis.ratioToWater(energies.low()), basis.ratioToWater(energies.high()));
	}

	/**
	 * The share of the low image; the high image has the rest. Beyond the two spectra it is outside of 0 to 1.
	 *
	 * @throws IllegalArgumentException outside of 10 to 200 keV
	 */
	public double weight(final double keV) {
		return 1 + (basis.ratioToWater(keV) - ratioLow) / (ratioLow - ratioHigh);
	}

	/** The HU of a voxel at an energy. */
	public double hounsfield(final double low, final double high, final double keV) {
		final double weight = weight(keV);
		return weight * low + (1 - weight) * high;
	}

	/** The amount of the basis material in a voxel, as a share of its own mass per ml of water: g/ml. */
	public double basisDensity(final double low, final double high) {
		return (low - high) / 1000 / (ratioLow - ratioHigh);
	}

	/** The amount of water in a voxel, in g/ml. */
	public double waterDensity(final double low, final double high) {
		return 1 + low / 1000 - ratioLow * basisDensity(low, high);
	}

	/** The energy from 40 to 200 keV, in steps of 0.5, at which regions have least noise. */
	public double quietestEnergy(final SpectrumNoise noise) {
		double best = 40;
		for (double keV = best; keV <= MassAttenuation.MAX_KEV; keV += 0.5)
			if (noise.sd(weight(keV)) < noise.sd(weight(best))) best = keV;
		return best;
	}
}
