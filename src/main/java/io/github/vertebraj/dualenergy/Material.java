package io.github.vertebraj.dualenergy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A substance whose attenuation of X-rays is known. Those there are, their compositions and sources stand in
 * {@code attenuation.json}.
 *
 * @param key             the word for it in macros
 * @param name            what it is
 * @param density         in g/cm³
 * @param massAttenuation µ/ρ against energy
 * @param citation        where composition and coefficients are from
 */
public record Material(String key, String name, double density, MassAttenuation massAttenuation, String citation) {

	private static final Pattern AMOUNT = Pattern.compile("(.*?)\\s+([0-9.eE+-]+)\\s*(mg/ml|g/ml)", Pattern.CASE_INSENSITIVE);

	/**
	 * @throws IllegalArgumentException when the density is not a finite number above 0
	 */
	public Material {
		Objects.requireNonNull(massAttenuation, "massAttenuation");
		if (!(density > 0) || Double.isInfinite(density)) throw new IllegalArgumentException("The density of " + name +
			" must be above 0 g/cm^3, but is " + density);
	}

	/** The words for all materials. */
	public static List<String> keys() {
		return List.copyOf(MaterialFile.KNOWN.materials().keySet());
	}

	/**
	 * A material by its word, in any case; {@code bone 1.8 g/ml} is one of another density, {@code iodine 10 mg/ml} a
	 * solution in water.
	 *
	 * @throws IllegalArgumentException when there is no such material; the message lists those there are
	 */
	public static Material of(final String text) {
		final Matcher amount = AMOUNT.matcher(text.strip());
		if (!amount.matches()) return find(text).orElseThrow(() -> new IllegalArgumentException("No material '" + text.strip() +
			"'; known are " + String.join(", ", keys()) + ", and amounts of them as 'iodine 10 mg/ml' (in water) or" +
			" 'bone 1.8 g/ml' (of that density)"));
		final Material material = of(amount.group(1));
		final double value = amountOf(text, amount.group(2));
		return amount.group(3).equalsIgnoreCase("mg/ml") ? material.inWater(value) : material.ofDensity(value);
	}

	private static double amountOf(final String text, final String number) {
		try {
			return Double.parseDouble(number);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("'" + number + "' in '" + text + "' is not a number", e);
		}
	}

	private static Optional<Material> find(final String text) {
		final String word = text.strip().toLowerCase(Locale.ROOT);
		return Optional.ofNullable(MaterialFile.KNOWN.materials().getOrDefault(word, MaterialFile.KNOWN
			.aliases().get(word)));
	}

	/** Liquid water of 1 g/cm³, which has 0 HU. */
	public static Material water() {
		return of("water");
	}

	/** The same substance, denser or looser. */
	public Material ofDensity(final double other) {
		return new Material(key, name, other, massAttenuation, citation);
	}

	/**
	 * A solution or suspension in water, whose volume is taken to stay that of the water.
	 *
	 * @param mgPerMl mass of this in 1 ml
	 * @throws IllegalArgumentException when it is negative or not finite
	 */
	public Material inWater(final double mgPerMl) {
		if (!(mgPerMl >= 0) || Double.isInfinite(mgPerMl)) throw new IllegalArgumentException("The concentration of " + name +
			" must be 0 mg/ml or more, but is " + mgPerMl);
		final Material water = water();
		final double grams = mgPerMl / 1000;
		return new Material(key + " " + mgPerMl + " mg/ml", name + ", " + mgPerMl + " mg/ml in water", 1 + grams,
			keV -> (water.massAttenuation.at(keV) + grams * massAttenuation.at(keV)) / (1 + grams), citation);
	}

	/**
	 * The linear attenuation coefficient µ in 1/cm.
	 *
	 * @throws IllegalArgumentException outside of 10 to 200 keV
	 */
	public double attenuation(final double keV) {
		return density * massAttenuation.at(keV);
	}

	/** (µ/ρ) of this over that of water: what two-basis decomposition calls r. */
	public double ratioToWater(final double keV) {
		return massAttenuation.at(keV) / water().massAttenuation.at(keV);
	}

	/** The CT number in an image of one energy: 1000 (µ/µ_water − 1). */
	public double hounsfield(final double keV) {
		return 1000 * (density * ratioToWater(keV) - 1);
	}
}
