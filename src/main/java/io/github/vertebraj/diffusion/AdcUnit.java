package io.github.vertebraj.diffusion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.vertebraj.image.ValueScale;

/** The units in which scanners and programs store ADC maps. */
public enum AdcUnit {

	/** The unit of all our results. */
	MILLI("10^-3 mm^2/s", 1, "1e-3mm2/s", "10-3mm2/s", "x10-3mm2/s", "um2/ms", "mm2/s*10-3"),
	MICRO("10^-6 mm^2/s", 1e-3, "1e-6mm2/s", "10-6mm2/s", "x10-6mm2/s", "um2/s", "mm2/s*10-6"),
	SQUARE_MILLIMETRE("mm^2/s", 1e3, "mm2/s");

	private final String key;
	private final double factor;
	private final String[] spellings;

	AdcUnit(final String key, final double factor, final String... spellings) {
		this.key = key;
		this.factor = factor;
		this.spellings = spellings;
	}

	/** The unit as it is written in parameters and headers. */
	public String key() {
		return key;
	}

	/** What a value in this unit is multiplied by to be in 10^-3 mm²/s. */
	public double factor() {
		return factor;
	}

	/** How stored values of this unit become 10^-3 mm²/s. */
	public ValueScale toMilli(final ValueScale stored) {
		return new ValueScale(stored.slope() * factor, stored.intercept() * factor, MILLI.key);
	}

	/**
	 * The unit that a text means, whatever way it is spelt: {@code 10^-6 mm^2/s}, {@code um2/s} (UCUM, DICOM real world
	 * values), {@code µm²/s}; empty when it is not a unit of ADC.
	 */
	public static Optional<AdcUnit> find(final String text) {
		final String plain = text.toLowerCase(Locale.ROOT).replace("²", "2").replace("µ", "u").replace("μ", "u").replace("⁻³",
			"-3").replace("⁻⁶", "-6").replaceAll("[\\s^·()_]", "").replace('×', 'x').replace("**", "");
		return Arrays.stream(values()).filter(unit -> unit.key.replaceAll("[\\s^]", "").equals(plain) || Arrays.asList(
			unit.spellings).contains(plain)).findFirst();
	}

	/**
	 * The unit of that key.
	 *
	 * @throws IllegalArgumentException listing the known ones
	 */
	public static AdcUnit of(final String text) {
		return find(text).orElseThrow(() -> new IllegalArgumentException("Unknown unit of ADC '" + text +
			"'; known are " + Arrays.stream(values()).map(AdcUnit::key).collect(Collectors.joining(", "))));
	}
}
