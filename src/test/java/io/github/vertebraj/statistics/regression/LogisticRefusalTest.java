package io.github.vertebraj.statistics.regression;

import static io.github.vertebraj.statistics.regression.RegressionData.assertRefused;
import static io.github.vertebraj.statistics.regression.RegressionData.weightAndPower;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** What a logistic regression refuses, and what it says then. */
class LogisticRefusalTest {

	private static final LogisticRegression ML = LogisticRegression.withDefaults();

	private static final String REMEDY =
		", so that there are no finite maximum likelihood estimates; use Firth's estimation (method=Firth)";

	private static final int[] ALTERNATING = { 0, 1, 0, 1, 1, 0 };

	private static final Predictor A = Predictor.numeric("a", 1, 2, 4, 3, 9, 7);
	private static final Predictor B = Predictor.numeric("b", 5, -1, 2, 8, 0, 3);

	@Test
	void badValuesAreNamedWithTheirPlace() {
		assertRefused("Predictor 'fat' has NaN at place 2; leave missing values out", () -> Predictor.numeric("fat", 1,
			Double.NaN, 3));
		assertRefused("Predictor 'fat' has -Infinity at place 1; leave missing values out", () -> Predictor.numeric("fat",
			Double.NEGATIVE_INFINITY));
		assertRefused("The outcome at place 3 is 2; it must be 0 or 1", () -> ML.fit(List.of(A), new int[] { 0, 1, 2, 0, 1,
			0 }));
	}

	@Test
	void sizesMustAgree() {
		assertRefused("Predictor 'a' has 6 values for 2 outcomes", () -> ML.fit(List.of(A), new int[] { 0, 1 }));
		assertRefused("3 observations are fewer than the 4 coefficients of the model (intercept included); " +
			"leave predictors out", () -> ML.fit(List.of(A.of(new int[] { 0, 1, 2 }), B.of(new int[] { 0, 1, 2 }), Predictor
				.numeric("c", 1, 0, 2)), new int[] { 0, 1, 0 }));
		assertRefused("Two predictors have one name: [a, a]", () -> ML.fit(List.of(A, A), ALTERNATING));
	}

	@Test
	void oneOutcomeIsNotEnough() {
		assertRefused("A logistic regression needs both outcomes, but 0 of 6 observations are events", () -> ML.fit(List.of(A),
			new int[6]));
		assertRefused("A logistic regression needs both outcomes, but 0 of 0 observations are events", () -> ML.fit(List.of(),
			new int[0]));
	}

	@Test
	void constantPredictorsAreNamed() {
		assertRefused("Predictor 'c' is constant (0.1 everywhere); leave it out", () -> ML.fit(List.of(A, Predictor.numeric(
			"c", 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)), ALTERNATING));
		assertRefused("Predictor 'c' is constant (0.0 everywhere); leave it out", () -> ML.fit(List.of(Predictor.numeric("c",
			new double[6])), ALTERNATING));
		assertRefused("Predictor 'level' is constant ('L3' everywhere); leave it out", () -> Predictor.categorical("level",
			List.of("L3", "L3"), "L3"));
		assertRefused("Predictor 'level' has no level 'L1' to be its reference; known are L3, L4", () -> Predictor
			.categorical("level", List.of("L4", "L3"), "L1"));
	}

	@Test
	void combinationsOfOthersAreNamed() {
		final double[] sum = { 1 + 2e3 * 5, 2 - 2e3, 4 + 2e3 * 2, 3 + 2e3 * 8, 9, 7 + 2e3 * 3 };
		assertRefused("Predictor 'sum' is a linear combination of 'a', 'b'; leave one of them out", () -> ML.fit(List.of(A, B,
			Predictor.numeric("sum", sum)), ALTERNATING));
		assertRefused("Predictor 'a2' is a linear combination of 'a'; leave one of them out", () -> ML.fit(List.of(A, B,
			Predictor.numeric("a2", 1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 3, 1e9 + 9, 1e9 + 7)), ALTERNATING));
	}

	@Test
	void separatingPredictorsAreNamedAlone() {
		final int[] outcome = { 0, 0, 0, 0, 1, 1 };
		assertRefused("Complete separation by 'a': the outcomes do not overlap" + REMEDY, () -> ML.fit(List.of(B, A),
			outcome));
		assertRefused("Quasi-complete separation by 'tied': the outcomes overlap on the boundary only" + REMEDY, () -> ML.fit(
			List.of(Predictor.numeric("tied", 1, 2, 3, 3, 3, 4)), outcome));
		assertRefused("Quasi-complete separation by 'level': the outcomes overlap on the boundary only" + REMEDY, () -> ML
			.fit(List.of(Predictor.categorical("level", List.of("x", "x", "y", "y", "z", "z"), "x")), new int[] { 0, 1, 0, 1, 1,
				1 }));
	}

	@Test
	void predictorsThatSeparateTogetherAreNamed() {
		final Predictor first = Predictor.numeric("first", 0, 1, 0, 1, 2, 3, 0.5, 2.5);
		final Predictor second = Predictor.numeric("second", 1, 2, -1, 0, 3, 2, 0, 3);
		final Predictor noise = Predictor.numeric("noise", 3, 1, 4, 1, 5, 9, 2, 6);
		assertRefused("Complete separation by 'first', 'second' (together): the outcomes do not overlap" + REMEDY, () -> ML
			.fit(List.of(noise, first, second), new int[] { 1, 1, 0, 0, 1, 0, 0, 1 }));
	}

	/** A saturated model fits every observation. */
	@Test
	void asManyCoefficientsAsObservationsSeparate() {
		assertTrue(Separation.by(List.of(A.of(new int[] { 0, 1, 2 }), B.of(new int[] { 0, 1, 2 })), new boolean[] { true, false,
			true }).isPresent());
	}

	/** Data made with a separating plane are found to have one, and the same with four outcomes undone, none. */
	@Test
	void findsSeparationWhereverThereIsSome() {
		final Random random = new Random(3);
		for (int trial = 0; trial < 300; trial++) {
			final int n = 12 + random.nextInt(30);
			final double[][] columns = new double[3][n];
			final boolean[] outcome = new boolean[n];
			for (int i = 0; i < n; i++) {
				for (int j = 0; j < 3; j++)
					columns[j][i] = random.nextGaussian();
				outcome[i] = columns[0][i] - 2 * columns[1][i] + 0.5 * columns[2][i] > 0;
			}
			final List<Predictor> predictors = Predictor.numeric(List.of("x", "y", "z"), columns);
			assertEquals(Optional.of(Separation.COMPLETE), Separation.by(predictors, outcome));
			// The first four once more with the other outcome: no plane but through all four, and there is none.
			final double[][] more = new double[3][];
			for (int j = 0; j < 3; j++)
				more[j] = joined(columns[j], Arrays.copyOf(columns[j], 4));
			final boolean[] both = Arrays.copyOf(outcome, n + 4);
			for (int i = 0; i < 4; i++)
				both[n + i] = !outcome[i];
			assertEquals(Optional.empty(), Separation.by(Predictor.numeric(List.of("x", "y", "z"), more), both));
		}
	}

	private static double[] joined(final double[] first, final double[] second) {
		final double[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

	@Test
	void settingsAreChecked() {
		assertRefused("The confidence level must lie between 0 and 1 (0.95 is usual), but is 95.0", () -> ML.withLevel(95));
		assertRefused("The tolerance must lie above 0 and up to 1e-6 (1e-12 is usual), but is 0.0", () -> ML.withTolerance(
			0));
		assertRefused("No estimation 'mle'; known are maximum likelihood, Firth", () -> Estimation.of("mle"));
	}

	@Test
	void scoresTakeOneFiniteValueForEachColumn() {
		final LogisticFit fit = ML.fit(weightAndPower(), RegressionData.MANUAL);
		assertRefused("A score takes a value for each of [wt, hp], but got 1", () -> fit.score(1));
		assertRefused("'hp' is NaN; a score takes finite values", () -> fit.score(1, Double.NaN));
		assertRefused("No coefficient 'qsec'; known are (Intercept), wt, hp", () -> fit.coefficient("qsec"));
	}
}
