package io.github.vertebraj.report;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.Keyed;
import io.github.vertebraj.statistics.regression.Coefficient;

/** Which interval of an odds ratio stands first. */
public enum OddsRatioInterval implements Keyed {

		/** Values that the likelihood ratio test does not reject; as good as that test in small samples. */
		PROFILE("profile likelihood"),

		/** Symmetric about the coefficient; poor in small samples and near separation. */
		WALD("Wald");

	private final String key;

	OddsRatioInterval(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such interval; the message lists those there are */
	public static OddsRatioInterval of(final String key) {
		return Keyed.of(OddsRatioInterval.class, "interval of odds ratios", key);
	}

	/** The interval of a coefficient's odds ratio. */
	Interval of(final Coefficient coefficient) {
		final Effect ratio = this == WALD ? coefficient.oddsRatioWald() : coefficient.oddsRatio();
		return ratio.interval().orElseThrow();
	}
}
