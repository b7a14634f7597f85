package io.github.vertebraj.statistics.regression;

import static io.github.vertebraj.statistics.regression.RegressionData.MANUAL;
import static io.github.vertebraj.statistics.regression.RegressionData.assertClose;
import static io.github.vertebraj.statistics.regression.RegressionData.assertEach;
import static io.github.vertebraj.statistics.regression.RegressionData.column;
import static io.github.vertebraj.statistics.regression.RegressionData.group;
import static io.github.vertebraj.statistics.regression.RegressionData.outcomeOfX1AndGroup;
import static io.github.vertebraj.statistics.regression.RegressionData.weightAndPower;
import static io.github.vertebraj.statistics.regression.RegressionData.x1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/**
 * Maximum likelihood against R 4.2.2: {@code glm.fit(X, y, family = binomial(), control = glm.control(epsilon = 1e-15,
 * maxit = 100))}; profile ends by {@code uniroot(tol = 1e-13)} on its deviance with an offset (MASS's confint
 * interpolates, to three digits only), and standard errors
 * with the weights at the estimates (summary.glm has those of the step before, 1e-7 off).
 */
class LogisticRegressionTest {

	private static final LogisticRegression ML = LogisticRegression.withDefaults();

	/** What R's own numbers hold. */
	private static final double R = 1e-9;

	/** uniroot's ends hold less, as the deviance is flat on their scale. */
	private static final double ROOT = 1e-8;

	@Test
	void agreesWithRForTwoPredictors() {
		final LogisticFit fit = ML.fit(weightAndPower(), MANUAL);
		assertEach(fit, Coefficient::estimate, R, 18.866298717204, -8.0834751824446, 0.036255596082217);
		assertEach(fit, Coefficient::standardError, R, 7.4435584279818, 3.0686752753906, 0.017734154331947);
		assertEach(fit, one -> one.profile().lower(), ROOT, 8.3664978189327, -17.207128178939, 0.010594272764955);
		assertEach(fit, one -> one.profile().upper(), ROOT, 40.550747572956, -3.7695301535086, 0.090552356299416);
		assertEach(fit, Coefficient::likelihoodRatio, R, 26.980615790409, 31.168455153261, 9.1169743351781);
		assertEach(fit, Coefficient::likelihoodRatioP, R, 2.0550608143305e-07, 2.3657942806122e-08, 0.002532484811991);
		assertClose(-5.0295552361335, fit.quality().logLikelihood(), R, "log-likelihood");
		assertClose(43.229733276858, -2 * fit.quality().nullLogLikelihood(), R, "null deviance");
		assertClose(43.229733276858 - 2 * 5.0295552361335, fit.statistic(), R, "LR chi^2");
		assertEquals(List.of("(Intercept)", "wt", "hp"), fit.coefficients().stream().map(Coefficient::name).toList());
	}

	@Test
	void testsACategoryAsOne() {
		final LogisticFit fit = ML.fit(List.of(x1(), group()), outcomeOfX1AndGroup());
		assertEach(fit, Coefficient::estimate, R, -1.7518278151461, 0.27400458526177, 1.5056895053263, 0.31113468028822);
		assertEach(fit, Coefficient::standardError, R, 0.5671784167082, 0.081480101138708, 0.56482200096709,
			0.52994806501601);
		assertEach(fit, one -> one.profile().lower(), ROOT, -2.9323819590185, 0.12055489197115, 0.43123423640045,
			-0.72719441102775);
		assertEach(fit, one -> one.profile().upper(), ROOT, -0.69072878239007, 0.44225989231147, 2.6613042466653,
			1.3640150592224);
		final PredictorTest category = fit.predictorTests().get(1);
		assertEquals(2, category.degreesOfFreedom());
		assertClose(8.4186260632789, category.statistic(), R, "drop group");
		assertClose(0.014856570827396, category.pValue(), R, "p of group");
		assertClose(20.357096922443, fit.statistic(), R, "LR chi^2");
		assertEquals(List.of("x1", "group: b", "group: c"), fit.columnNames());
	}

	@Test
	void agreesWithRForSixObservations() {
		final LogisticFit fit = ML.fit(List.of(Predictor.numeric("x", 1, 2, 3, 4, 5, 6)), new int[] { 0, 0, 1, 0, 1, 1 });
		assertEach(fit, Coefficient::estimate, R, -4.24909655048, 1.2140275858514);
		assertEach(fit, Coefficient::standardError, R, 3.3878502206095, 0.91258555988475);
		assertEach(fit, one -> one.profile().lower(), ROOT, -15.123769858284, -0.06581866418498);
		assertEach(fit, one -> one.profile().upper(), ROOT, 0.57791830164187, 4.1592269691704);
	}

	@Test
	void agreesWithRForRareEvents() {
		final LogisticFit fit = ML.fit(List.of(Predictor.numeric("x", column(2000, i -> i * 757 % 2000 / 1000.0))), IntStream
			.range(0, 2000).map(i -> i % 700 == 11 ? 1 : 0).toArray());
		assertEach(fit, Coefficient::estimate, R, -4.3219906253399, -4.4043316804421);
		assertEach(fit, Coefficient::standardError, R, 0.8215198054128, 2.5578032271641);
		assertEach(fit, one -> one.profile().lower(), ROOT, -6.1942119520715, -11.434981554889);
		assertEach(fit, one -> one.profile().upper(), ROOT, -2.8970422944437, -0.84415506082939);
		assertTrue(fit.summary().notes().get(0).startsWith("Only 3.0 events per column"));
	}

	@Test
	void agreesWithRForManyObservations() {
		final LogisticFit fit = ML.fit(RegressionBenchmark.predictors(), RegressionBenchmark.outcome());
		assertEach(fit, Coefficient::estimate, R, -0.99325673731322, 0.98803737334308, -0.50129041121441, 0.24796170088504,
			-0.015054777503465, 2.0042231743945);
		assertEach(fit, Coefficient::standardError, R, 0.027372858549874, 0.023583118952433, 0.023376580404162,
			0.023231135170178, 0.023314391536763, 0.02417709849425);
		assertEach(fit, one -> one.profile().lower(), ROOT, -1.0469691241625, 0.94184217236284, -0.54712169067589,
			0.20243557070382, -0.060751557209242, 1.9568891979411);
		assertEach(fit, Coefficient::likelihoodRatio, 1e-8, 1362.6670972687, 1789.1388621, 462.12997574727, 114.05488761704,
			0.41697187442333, 7394.729616718);
	}
}
