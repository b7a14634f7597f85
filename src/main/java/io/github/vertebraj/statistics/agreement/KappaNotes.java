package io.github.vertebraj.statistics.agreement;

import java.util.Optional;

import io.github.vertebraj.statistics.Interval;

/** What a reader should know of Wald's interval of κ near its end. */
final class KappaNotes {

	private KappaNotes() {}

	static Optional<String> ofInterval(final Interval interval) {
		if (interval.lower() == interval.upper()) return Optional.of(
			"The interval of kappa has no width because its large-sample error is 0 here; this is not certainty.");
		if (interval.upper() > 1) return Optional.of("The interval of kappa is not cut off at 1, the most kappa can be.");
		return Optional.empty();
	}
}
