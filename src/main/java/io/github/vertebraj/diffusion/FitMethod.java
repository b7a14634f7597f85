package io.github.vertebraj.diffusion;

/** How S(b) = S0 · exp(−b · ADC) is fitted. With two different b-values all three give the same ADC. */
public enum FitMethod implements Keyed {

	/** Ordinary least squares on ln S: the fastest; noise of weak signals counts as much as that of strong ones. */
	LOG_LINEAR("log-linear"),

	/**
	 * Weighted least squares on ln S. The variance of ln S is that of S divided by S², so each sample weighs S²: first
	 * that of the measured signal, then once more that of the fitted one, which is not noisy itself (Salvador et al.,
	 * Hum Brain Mapp 2005;24:144-155, doi:10.1002/hbm.20076).
	 */
	WEIGHTED("weighted"),

	/** Least squares on S itself, started from the weighted fit. */
	NONLINEAR("nonlinear");

	private final String key;

	FitMethod(final String key) {
		this.key = key;
	}

	/** The name used in macros and tables. */
	@Override
	public String key() {
		return key;
	}

	/**
	 * @param key a name as {@link #key()} gives it, in any case
	 * @throws IllegalArgumentException when there is no such method; the message lists those there are
	 */
	public static FitMethod of(final String key) {
		return Keyed.of(FitMethod.class, "fit method", key);
	}
}
