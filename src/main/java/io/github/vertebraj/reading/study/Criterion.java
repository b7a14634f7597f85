package io.github.vertebraj.reading.study;

import io.github.vertebraj.statistics.Keyed;

/**
 * What readers look at before they rate a segment; those of Y. J. Kim et al., usefulness of adding diffusion-weighted
 * MRI to the diagnosis of spinal metastasis.
 */
public enum Criterion implements Keyed {

	T1_LOWER_THAN_DISC("T1 lower than disc", false), //
	TRABECULAE_LOST("trabeculae lost", false), //
	STRONG_ENHANCEMENT("strong enhancement", false), //
	HALO("halo", false), //
	PARAVERTEBRAL_INFILTRATION("paravertebral infiltration", false), //
	LOW_ADC("low ADC", true), //
	DIFFUSION_RESTRICTION("diffusion restriction", true);

	private final String key;
	private final boolean isOfDiffusion;

	Criterion(final String key, final boolean isOfDiffusion) {
		this.key = key;
		this.isOfDiffusion = isOfDiffusion;
	}

	@Override
	public String key() {
		return key;
	}

	/** Whether it needs diffusion-weighted images. */
	public boolean isOfDiffusion() {
		return isOfDiffusion;
	}

	/** @throws IllegalArgumentException when there is no such criterion; the message lists those there are */
	public static Criterion of(final String key) {
		return Keyed.of(Criterion.class, "criterion", key);
	}
}
