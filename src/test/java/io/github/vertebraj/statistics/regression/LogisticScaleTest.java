package io.github.vertebraj.statistics.regression;

import static io.github.vertebraj.statistics.regression.RegressionData.MANUAL;
import static io.github.vertebraj.statistics.regression.RegressionData.POWER;
import static io.github.vertebraj.statistics.regression.RegressionData.WEIGHT;
import static io.github.vertebraj.statistics.regression.RegressionData.assertClose;
import static io.github.vertebraj.statistics.regression.RegressionData.weightAndPower;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes of unit, order and labels do to a logistic regression: nothing but what they must. */
class LogisticScaleTest {

	private static final LogisticRegression ML = LogisticRegression.withDefaults();

	@ParameterizedTest
	@CsvSource({ "1e6, 0, 1e-10", "1e-6, 0, 1e-10", "1e150, 0, 1e-10", "1e-150, 0, 1e-10", "-1, 0, 1e-10",
		"1024, 1e9, 1e-8", "1, 1e9, 1e-5" })
	void unitsChangeTheirCoefficientOnly(final double factor, final double offset, final double relative) {
		for (final Estimation estimation : Estimation.values()) {
			final LogisticRegression regression = ML.with(estimation);
			final LogisticFit plain = regression.fit(weightAndPower(), MANUAL);
			final LogisticFit scaled = regression.fit(List.of(Predictor.numeric("wt", Arrays.stream(WEIGHT).map(x -> x * factor +
				offset).toArray()), Predictor.numeric("hp", POWER)), MANUAL);
			final Coefficient before = plain.coefficient("wt");
			final Coefficient after = scaled.coefficient("wt");
			assertClose(before.estimate(), after.estimate() * factor, relative, "estimate");
			assertClose(before.standardError(), after.standardError() * Math.abs(factor), relative, "standard error");
			assertClose(before.profile().lower(), (factor > 0 ? after.profile().lower() : after.profile().upper()) * factor,
				relative, "profile");
			assertClose(plain.coefficient("hp").estimate(), scaled.coefficient("hp").estimate(), relative, "other");
			assertClose(plain.statistic(), scaled.statistic(), relative, "LR");
			assertClose(plain.score(3, 100), scaled.score(3 * factor + offset, 100), Math.max(relative, 1e-9), "score");
		}
	}

	@ParameterizedTest
	@EnumSource
	void otherOutcomeTurnsTheSigns(final Estimation estimation) {
		final LogisticFit fit = ML.with(estimation).fit(weightAndPower(), MANUAL);
		final LogisticFit turned = ML.with(estimation).fit(weightAndPower(), Arrays.stream(MANUAL).map(y -> 1 - y).toArray());
		for (int j = 0; j < 3; j++) {
			assertClose(fit.coefficients().get(j).estimate(), -turned.coefficients().get(j).estimate(), 1e-10, "estimate");
			assertClose(fit.coefficients().get(j).profile().lower(), -turned.coefficients().get(j).profile().upper(), 1e-9,
				"profile");
		}
	}

	@ParameterizedTest
	@EnumSource
	void orderOfPredictorsDoesNotMatter(final Estimation estimation) {
		final LogisticFit fit = ML.with(estimation).fit(weightAndPower(), MANUAL);
		final LogisticFit turned = ML.with(estimation).fit(List.of(Predictor.numeric("hp", POWER), Predictor.numeric("wt",
			WEIGHT)), MANUAL);
		for (final String name : List.of("(Intercept)", "wt", "hp"))
			assertClose(fit.coefficient(name).estimate(), turned.coefficient(name).estimate(), 1e-10, name);
	}

	@Test
	void nearlyCollinearPredictorsKeepTheirDigits() {
		// wt and wt + 1e-6 hp span what wt and hp do.
		final double[] near = new double[WEIGHT.length];
		for (int i = 0; i < near.length; i++)
			near[i] = WEIGHT[i] + 1e-6 * POWER[i];
		final LogisticFit fit = ML.fit(List.of(Predictor.numeric("wt", WEIGHT), Predictor.numeric("near", near)), MANUAL);
		final LogisticFit plain = ML.fit(weightAndPower(), MANUAL);
		assertClose(plain.coefficient("hp").estimate() * 1e6, fit.coefficient("near").estimate(), 1e-8, "near");
		assertClose(plain.statistic(), fit.statistic(), 1e-10, "LR");
	}

	@Test
	void oddsRatiosTellTheirUnit() {
		final LogisticFit fit = ML.with(OddsRatioUnit.STANDARD_DEVIATION).fit(weightAndPower(), MANUAL);
		final Coefficient weight = fit.coefficient("wt");
		assertClose(0.978457442989697, weight.unit(), 1e-12, "R: sd(mtcars$wt)");
		assertEquals("odds ratio of wt per " + weight.unit(), fit.summary().effects().get(0).name());
		assertClose(Math.exp(weight.estimate() * weight.unit()), weight.oddsRatio().value(), 1e-12, "odds ratio");
		assertEquals("odds ratio of wt", weight.oddsRatio(1).name());
		assertTrue(weight.oddsRatio().interval().orElseThrow().upper() < 1);
	}

	@Test
	void theInterceptAloneFitsTheProportion() {
		final LogisticFit fit = ML.fit(List.of(), MANUAL);
		assertClose(Math.log(13.0 / 19), fit.coefficients().get(0).estimate(), 1e-12, "intercept");
		assertEquals(1, fit.pValue());
		assertTrue(fit.summary().notes().contains("The model has no predictors: there is nothing to test, and p is 1."));
	}

	@Test
	void probabilitiesOfMaximumLikelihoodSumToTheEvents() {
		final LogisticFit fit = ML.fit(weightAndPower(), MANUAL);
		assertClose(13, Arrays.stream(fit.probabilities()).sum(), 1e-12, "sum");
		assertClose(fit.probabilities()[3], fit.probability(WEIGHT[3], POWER[3]), 1e-12, "of a row");
		assertArrayEquals(fit.scores(), ML.fit(weightAndPower(), MANUAL).scores());
	}
}
