package io.github.vertebraj.diffusion;

/** How the ADC of a region is estimated from a diffusion series. */
public enum Estimate implements Keyed {

	/** The mean of the voxels' ADC. */
	MEAN_OF_MAP("mean of map"),

	/** The ADC fitted to the region's mean signals: less biased where single voxels are near the noise floor. */
	FIT_OF_MEAN_SIGNAL("fit of mean signal");

	private final String key;

	Estimate(final String key) {
		this.key = key;
	}

	/** The name used in macros and tables. */
	@Override
	public String key() {
		return key;
	}

	/**
	 * @param key a name as {@link #key()} gives it, in any case
	 * @throws IllegalArgumentException when there is no such estimate; the message lists those there are
	 */
	public static Estimate of(final String key) {
		return Keyed.of(Estimate.class, "estimate", key);
	}
}
