package io.github.vertebraj.diffusion;

/** A map beside the ADC, computed only when asked for. */
public enum OptionalMap implements Keyed {

	/** The signal at b = 0 that the fit gives, in the unit of the signal. */
	S0("S0"),

	/** R² of the fit, NaN for two different b-values: a line through two points always fits. */
	R_SQUARED("rSquared");

	private final String key;

	OptionalMap(final String key) {
		this.key = key;
	}

	/** The name used in macros. */
	@Override
	public String key() {
		return key;
	}

	/**
	 * @param key a name as {@link #key()} gives it, in any case
	 * @throws IllegalArgumentException when there is no such map; the message lists those there are
	 */
	public static OptionalMap of(final String key) {
		return Keyed.of(OptionalMap.class, "map beside the ADC", key);
	}
}
