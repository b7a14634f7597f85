package io.github.vertebraj.statistics.regression;

import static io.github.vertebraj.statistics.regression.RegressionData.assertClose;
import static io.github.vertebraj.statistics.regression.RegressionData.assertRefused;
import static io.github.vertebraj.statistics.regression.RegressionData.column;
import static io.github.vertebraj.statistics.regression.RegressionData.group;
import static io.github.vertebraj.statistics.regression.RegressionData.outcomeOfX1AndGroup;
import static io.github.vertebraj.statistics.regression.RegressionData.x1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.statistics.diagnostic.OptimismCorrection;

/** Nested models, selection and validation against R 4.2.2: {@code anova}, {@code add1}, {@code drop1}, {@code step}. */
class ModelComparisonTest {

	private static final LogisticRegression ML = LogisticRegression.withDefaults();
	private static final LogisticRegression FIRTH = ML.with(Estimation.FIRTH);

	private static final Predictor X2 = Predictor.numeric("x2", column(100, i -> i * 61 % 100 / 10.0));
	private static final Predictor X3 = Predictor.numeric("x3", column(100, i -> i * i * 7 % 50 / 5.0));
	private static final List<Predictor> ALL = List.of(x1(), X2, X3, group());
	private static final boolean[] OUTCOME = Outcomes.of(outcomeOfX1AndGroup());

	@Test
	void qualityAgreesWithR() {
		final ModelQuality quality = ML.fit(ALL, OUTCOME).quality();
		assertClose(0.20044642172183, quality.brier(), 1e-9, "Brier");
		assertClose(128.48784165061, quality.aic(), 1e-9, "AIC");
		assertClose(144.11886276654, quality.bic(), 1e-9, "BIC");
		assertClose(0.15581639646331, quality.mcFadden(), 1e-9, "McFadden");
		assertClose(0.25850837947763, quality.nagelkerke(), 1e-9, "Nagelkerke");
		assertEquals(46 / 5.0, quality.eventsPerVariable());
	}

	@Test
	void nestedModelsAreTested() {
		final LikelihoodRatioTest.Result result = LikelihoodRatioTest.withDefaults().test(ML.fit(List.of(x1()), OUTCOME), ML
			.fit(ALL, OUTCOME));
		assertClose(9.562439181904395, result.statistic(), 1e-9, "anova(test = \"LRT\")");
		assertClose(0.04847995193647875, result.pValue(), 1e-9, "p");
		assertEquals(List.of(4.0), result.summary().degreesOfFreedom());
		assertEquals(List.of("x2", "x3", "group"), result.predictors());
	}

	@Test
	void penalisedModelsAreTestedWithOnePenalty() {
		final LikelihoodRatioTest.Result result = LikelihoodRatioTest.withDefaults().test(FIRTH.fit(List.of(x1()), OUTCOME),
			FIRTH.fit(List.of(x1(), group()), OUTCOME));
		// As in FirthTest: the penalised likelihood with the category's coefficients held at 0.
		assertClose(8.0646875200754, result.statistic(), 1e-9, "penalised LR");
	}

	@Test
	void modelsThatAreNotNestedAreRefused() {
		final LikelihoodRatioTest test = LikelihoodRatioTest.withDefaults();
		final LogisticFit one = ML.fit(List.of(x1()), OUTCOME);
		final LogisticFit other = ML.fit(List.of(X2, X3), OUTCOME);
		assertRefused("The models are not nested: the smaller has predictor 'x1', which the larger has not, " +
			"or not with these values", () -> test.test(one, other));
		assertRefused("Both models have the predictors [x1]: there is nothing to test", () -> test.test(one, one));
		assertRefused("One model is fitted by maximum likelihood, the other by Firth", () -> test.test(one, FIRTH.fit(ALL,
			OUTCOME)));
		assertRefused("One model has 100 observations, the other 32; fit both to the observations that have all predictors",
			() -> test.test(one, ML.fit(RegressionData.weightAndPower(), RegressionData.MANUAL)));
	}

	@Test
	void forwardSelectionAddsTheSurest() {
		final StepwiseSelection.Result result = StepwiseSelection.of(SelectionDirection.FORWARD).select(ML, ALL, OUTCOME);
		assertEquals("[+ x1, + group]", result.path().toString());
		assertClose(0.0005498659227423406, result.path().get(0).pValue(), 1e-9, "add1 x1");
		assertClose(0.01485657082739635, result.path().get(1).pValue(), 1e-9, "add1 group");
		assertTrue(result.fit().summary().notes().get(0).startsWith(
			"Selected: forward selection by likelihood ratio (entry p < 0.05), from 4 predictors in 2 steps."));
	}

	@Test
	void backwardSelectionDropsTheLeastSure() {
		final StepwiseSelection.Result result = StepwiseSelection.of(SelectionDirection.BACKWARD).select(ML, ALL, OUTCOME);
		assertEquals("[- x3, - x2]", result.path().toString());
		assertClose(0.8616684811007601, result.path().get(0).pValue(), 1e-9, "drop1 x3");
		assertClose(0.2913332597854825, result.path().get(1).pValue(), 1e-9, "drop1 x2");
		assertEquals(List.of("x1", "group: b", "group: c"), result.fit().columnNames());
	}

	@Test
	void aicSelectsAsRDoes() {
		for (final SelectionDirection direction : SelectionDirection.values()) {
			final StepwiseSelection.Result result = StepwiseSelection.of(direction).with(SelectionCriterion.AIC).select(ML, ALL,
				OUTCOME);
			assertClose(125.6316547692373, result.path().get(1).aicAfter(), 1e-9, "step's AIC");
		}
	}

	@Test
	void equalPredictorsEnterInTheirOrder() {
		final Predictor twin = Predictor.numeric("twin", column(100, i -> 10 - i * 37 % 100 / 10.0));
		assertThrows(IllegalArgumentException.class, () -> StepwiseSelection.of(SelectionDirection.FORWARD).select(ML, List.of(
			x1(), twin), OUTCOME));
		final Predictor left = Predictor.numeric("left", 1, 1, 1, 0, 0, 0, 1, 0);
		final Predictor right = Predictor.numeric("right", 1, 1, 0, 1, 0, 0, 0, 1);
		final boolean[] outcome = { true, true, true, true, false, false, false, false };
		assertEquals("[+ left, + right]", StepwiseSelection.of(SelectionDirection.FORWARD).withEntry(0.9).select(FIRTH, List.of(
			left, right), outcome).path().toString());
	}

	@Test
	void nothingMayBeSelected() {
		final StepwiseSelection.Result result = StepwiseSelection.of(SelectionDirection.FORWARD).select(ML, List.of(X2, X3),
			OUTCOME);
		assertEquals(List.of(), result.path());
		assertEquals(1, result.fit().pValue());
	}

	@Test
	void optimismIsTakenOff() {
		final OptimismCorrection.Result plain = ModelValidation.of(ML).validate(ALL, OUTCOME);
		assertClose(0.74959742351047, plain.apparent(), 1e-12, "pROC 1.18.0: auc(y, fitted(model))");
		assertTrue(plain.optimism() > 0 && plain.optimism() < 0.1, () -> "optimism " + plain.optimism());
		assertEquals(plain, ModelValidation.of(ML).validate(ALL, OUTCOME));
		final OptimismCorrection.Result selected = ModelValidation.of(ML).with(StepwiseSelection.of(
			SelectionDirection.BACKWARD)).with(OptimismCorrection.withDefaults().withReplicates(50)).validate(ALL, OUTCOME);
		assertEquals(50, selected.replicates());
		assertTrue(selected.apparent() < plain.apparent() && selected.optimism() > 0);
	}

	@Test
	void validationOfSeparatedDataSaysWhyItIsRefused() {
		final List<Predictor> separating = List.of(Predictor.numeric("x", column(100, i -> OUTCOME[i] ? 5 + i : -i)));
		final String message = assertThrows(IllegalArgumentException.class, () -> ModelValidation.of(ML).validate(separating,
			OUTCOME)).getMessage();
		assertTrue(message.startsWith("Complete separation by 'x'"), message);
		assertEquals(1, ModelValidation.of(FIRTH).validate(separating, OUTCOME).corrected());
	}

	@Test
	void validationCanBeCancelled() {
		Thread.currentThread().interrupt();
		try {
			assertThrows(CancellationException.class, () -> ModelValidation.of(ML).validate(ALL, OUTCOME));
		}
		finally {
			Thread.interrupted();
		}
	}
}
