package io.github.vertebraj.statistics.regression;

import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Whether a model says more of the outcome than one that has some of its predictors only: twice the difference of the
 * log-likelihoods against χ² (Wilks). Under Firth's estimation the smaller model is fitted anew as the larger with the
 * coefficients beyond held at 0, so that both have the penalty of the larger (Heinze and Schemper,
 * doi:10.1002/sim.1047); penalised likelihoods of separate fits cannot be compared.
 */
public final class LikelihoodRatioTest {

	/**
	 * @param summary    of the test
	 * @param predictors what the larger model has beyond the smaller
	 */
	public record Result(TestSummary summary, List<String> predictors) implements TestResult {

		public Result {
			predictors = List.copyOf(predictors);
		}
	}

	private LikelihoodRatioTest() {}

	/** The test; it has nothing to set. */
	public static LikelihoodRatioTest withDefaults() {
		return new LikelihoodRatioTest();
	}

	/**
	 * @throws IllegalArgumentException if the fits are of different outcomes or estimations, or the smaller has a predictor
	 *                                  that the larger has not, or the larger has no more
	 */
	public Result test(final LogisticFit smaller, final LogisticFit larger) {
		checkSameData(smaller.model(), larger.model());
		final List<Predictor> more = larger.model().basis().predictors();
		final List<Predictor> fewer = smaller.model().basis().predictors();
		for (final Predictor predictor : fewer)
			if (more.stream().noneMatch(predictor::isSameAs)) throw new IllegalArgumentException(
				"The models are not nested: the smaller has predictor '" + predictor +
					"', which the larger has not, or not with these values");
		final List<Predictor> beyond = more.stream().filter(predictor -> fewer.stream().noneMatch(predictor::isSameAs))
			.toList();
		if (beyond.isEmpty()) throw new IllegalArgumentException("Both models have the predictors " + more +
			": there is nothing to test");
		return result(larger.model(), beyond);
	}

	private static Result result(final LogisticModel larger, final List<Predictor> beyond) {
		final int[] coefficients = beyond.stream().flatMapToInt(predictor -> Arrays.stream(larger.coefficients(predictor)))
			.toArray();
		final double statistic = larger.likelihoodRatio(coefficients);
		final TestSummary.Builder summary = TestSummary.of("Likelihood ratio of nested logistic regressions", larger.basis()
			.observations()).variant(larger.estimation().key()).statistic("LR chi^2", statistic, coefficients.length);
		if (larger.estimation() == Estimation.FIRTH) summary.note(
			"Both likelihoods have the penalty of the larger model.");
		return new Result(summary.pValue(UpperTail.chiSquared(statistic, coefficients.length)), beyond.stream().map(
			Predictor::name).toList());
	}

	private static void checkSameData(final LogisticModel smaller, final LogisticModel larger) {
		if (smaller.estimation() != larger.estimation()) throw new IllegalArgumentException("One model is fitted by " +
			smaller.estimation().key() + ", the other by " + larger.estimation().key());
		if (smaller.outcome().length != larger.outcome().length) throw new IllegalArgumentException("One model has " + smaller
			.outcome().length + " observations, the other " + larger.outcome().length +
			"; fit both to the observations that have all predictors");
		if (!Arrays.equals(smaller.outcome(), larger.outcome())) throw new IllegalArgumentException(
			"The models are fitted to different outcomes");
	}
}
