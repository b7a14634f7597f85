package io.github.vertebraj.dualenergy;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The energies (keV) at which single photons would be attenuated as the two spectra of an acquisition are.
 *
 * @param low  of the image of the lower tube voltage, or energy
 * @param high of the other
 */
public record EffectiveEnergies(double low, double high) {

	/** Effective energies of diagnostic spectra lie within, in keV. */
	private static final double LEAST = 35;
	private static final double GREATEST = MassAttenuation.MAX_KEV;

	/** Least distance of the two, in keV; nearer ones would make weights of thousands. */
	private static final double CLOSEST = 0.1;

	/** Steps of the first search and the exactness of the last, in keV. */
	private static final double STEP = 0.5;
	private static final double EXACTNESS = 1e-7;

	private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

	/**
	 * A region of known composition.
	 *
	 * @param name     what it is called
	 * @param material of which it is
	 * @param low      its mean in the low image, in HU
	 * @param high     its mean in the high image, in HU
	 */
	public record Insert(String name, Material material, double low, double high) {}

	/**
	 * What a calibration found.
	 *
	 * @param residualLow  root mean square of measured minus expected HU over the inserts, in the low image
	 * @param residualHigh the same in the high image
	 */
	public record Calibration(EffectiveEnergies energies, double residualLow, double residualHigh) {}

	/**
	 * @throws IllegalArgumentException outside of the tables, or when low is not below high
	 */
	public EffectiveEnergies {
		MassAttenuation.check(low);
		MassAttenuation.check(high);
		if (low == high) throw new IllegalArgumentException("lowEnergy and highEnergy are both " + low +
			" keV: two images of one effective energy cannot tell two materials apart");
		if (Math.abs(high - low) < CLOSEST) throw new IllegalArgumentException("lowEnergy and highEnergy are " + low + " and " +
			high + " keV: energies less than " + CLOSEST + " keV apart cannot tell two materials apart");
		if (!(low < high)) throw new IllegalArgumentException("lowEnergy must be below highEnergy, but they are " + low +
			" and " + high + " keV: are the two images swapped?");
	}

	/**
	 * The energies at which the tabulated attenuation of the inserts is nearest to what was measured, by least squares in
	 * HU.
	 *
	 * @param inserts two or more, of which one at least attenuates differently from water
	 * @throws IllegalArgumentException when there are fewer than two, a measurement is not finite, the inserts do not tell
	 *           the energy, or the images are swapped
	 */
	public static Calibration calibrate(final List<Insert> inserts) {
		if (inserts.size() < 2) throw new IllegalArgumentException(
			"A calibration needs two inserts of known composition or more, but has " + inserts.size());
		for (final Insert insert : inserts)
			if (!Double.isFinite(insert.low) || !Double.isFinite(insert.high)) throw new IllegalArgumentException("The insert '" +
				insert.name + "' has no mean: " + insert.low + " and " + insert.high + " HU");
		final double low = nearest(inserts, Insert::low, "low");
		final double high = nearest(inserts, Insert::high, "high");
		return new Calibration(new EffectiveEnergies(low, high), Math.sqrt(meanSquare(inserts, Insert::low, low)), Math.sqrt(
			meanSquare(inserts, Insert::high, high)));
	}

	private static double nearest(final List<Insert> inserts, final ToDoubleFunction<Insert> measured,
		final String image)
	{
		double best = LEAST;
		for (double keV = LEAST; keV <= GREATEST; keV += STEP)
			if (meanSquare(inserts, measured, keV) < meanSquare(inserts, measured, best)) best = keV;
		double from = Math.max(LEAST, best - STEP);
		double to = Math.min(GREATEST, best + STEP);
		while (to - from > EXACTNESS) {
			final double left = to - GOLDEN * (to - from);
			final double right = from + GOLDEN * (to - from);
			if (meanSquare(inserts, measured, left) <= meanSquare(inserts, measured, right)) to = right;
			else from = left;
		}
		final double keV = (from + to) / 2;
		final double spread = inserts.stream().mapToDouble(insert -> Math.abs(insert.material.hounsfield(LEAST) -
			insert.material.hounsfield(GREATEST))).max().getAsDouble();
		if (keV - LEAST < 1e-3 || GREATEST - keV < 1e-3 || spread < 1) throw new IllegalArgumentException("The inserts do not " +
			"tell the effective energy of the " + image + " image: nearest to their measured HU is " + (float) keV +
			" keV, the end of what was tried; are their materials right?");
		return keV;
	}

	private static double meanSquare(final List<Insert> inserts, final ToDoubleFunction<Insert> measured,
		final double keV)
	{
		return inserts.stream().mapToDouble(insert -> measured.applyAsDouble(insert) - insert.material.hounsfield(keV)).map(
			d -> d * d).average().getAsDouble();
	}
}
