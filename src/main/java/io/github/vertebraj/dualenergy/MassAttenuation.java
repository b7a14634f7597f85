package io.github.vertebraj.dualenergy;

/** Mass attenuation coefficient of a material against photon energy. */
@FunctionalInterface
public interface MassAttenuation {

	/** The energies for which coefficients are known, in keV. */
	double MIN_KEV = 10;
	double MAX_KEV = 200;

	/**
	 * @param keV photon energy
	 * @return µ/ρ in cm²/g
	 * @throws IllegalArgumentException outside of 10 to 200 keV
	 */
	double at(double keV);

	/** Refuses energies outside of the tables. */
	static void check(final double keV) {
		if (!(keV >= MIN_KEV && keV <= MAX_KEV)) throw new IllegalArgumentException("Attenuation is tabulated from " +
			(int) MIN_KEV + " to " + (int) MAX_KEV + " keV, but the energy is " + keV + " keV");
	}
}
