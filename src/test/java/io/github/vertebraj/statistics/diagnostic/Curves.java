package io.github.vertebraj.statistics.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Curves that several tests have, with pROC 1.18.0 (R 4.2.2) as their oracle: {@code roc(..., direction = "<")}. */
final class Curves {

	static final double[] RATED_POSITIVE = { 3, 5, 4, 4, 2, 5, 3 };
	static final double[] RATED_NEGATIVE = { 1, 2, 2, 3, 1, 4, 2, 1, 3 };
	static final double[] MEASURED_POSITIVE = { 2.5, 4.1, 3.9, 4.4, 3.1, 2.2, 1.7 };
	static final double[] MEASURED_NEGATIVE = { 1.2, 2.6, 0.4, 3.3, 1.9, 2.8, 2.0, 0.1, 4.0 };

	private Curves() {}

	static RocCurve higher(final double[] positives, final double[] negatives) {
		return RocCurve.of(positives, negatives, Direction.HIGHER_IS_POSITIVE);
	}

	/** Seven and nine cases with ties. */
	static RocCurve rated() {
		return higher(RATED_POSITIVE, RATED_NEGATIVE);
	}

	/** The same cases, another score, no ties. */
	static RocCurve measured() {
		return higher(MEASURED_POSITIVE, MEASURED_NEGATIVE);
	}

	/** 30 and 40 cases: {@code p <- ((0:29)*17) %% 23 + 4; n <- ((0:39)*13) %% 19}. */
	static RocCurve middling() {
		return higher(scores(30, i -> i * 17 % 23 + 4), scores(40, i -> i * 13 % 19));
	}

	/** 50000 cases each: {@code i <- 0:49999; p <- (i*7919) %% 1009 + 60; n <- (i*104729) %% 997}. */
	static RocCurve large() {
		return higher(scores(50000, i -> i * 7919L % 1009 + 60), scores(50000, i -> i * 104729L % 997));
	}

	/** Scores of positives all above those of negatives. */
	static RocCurve apart(final int positives, final int negatives) {
		return higher(scores(positives, i -> 100 + i), scores(negatives, i -> -i));
	}

	static double[] scores(final int count, final IntToDoubleFunction score) {
		return IntStream.range(0, count).mapToDouble(score).toArray();
	}

	static double[] negated(final double[] scores) {
		return scores(scores.length, i -> -scores[i]);
	}

	/** To the digits that R prints. */
	static void assertNear(final double expected, final double actual) {
		assertEquals(expected, actual, 1e-12 * Math.max(Math.abs(expected), 1e-3));
	}
}
