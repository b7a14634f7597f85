package io.github.vertebraj.statistics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestSummary;

/** Makes the result of a fitted model: what is printed of it. */
final class FitReport {

	/** Fewer events than these for each column make estimates unsure (Peduzzi 1996, doi:10.1016/S0895-4356(96)00236-3). */
	private static final int ENOUGH_EVENTS = 10;

	private final LogisticModel model;
	private final double level;
	private final OddsRatioUnit unit;

	FitReport(final LogisticModel model, final double level, final OddsRatioUnit unit) {
		this.model = model;
		this.level = level;
		this.unit = unit;
	}

	LogisticFit fit(final List<String> notes) {
		final ModelQuality quality = ModelQuality.of(model);
		final List<Coefficient> coefficients = new ArrayList<>();
		coefficients.add(coefficient(0, 1));
		for (final Predictor predictor : model.basis().predictors())
			for (final int index : model.coefficients(predictor))
				coefficients.add(coefficient(index, unit(predictor, index)));
		final List<PredictorTest> tests = model.basis().predictors().stream().map(predictor -> PredictorTest.of(model,
			predictor)).toList();
		return new LogisticFit(summary(quality, coefficients, notes), coefficients, tests, quality, model);
	}

	private double unit(final Predictor predictor, final int index) {
		if (unit == OddsRatioUnit.ONE || predictor.isCategory()) return 1;
		final double n = model.basis().observations();
		return model.basis().standard(index).scale() * Math.sqrt(n / (n - 1));
	}

	private Coefficient coefficient(final int index, final double difference) {
		final double estimate = model.estimate(index);
		final double error = model.standardError(index);
		final double ratio = model.likelihoodRatio(index);
		final double reach = UpperTail.reach(level) * error;
		return new Coefficient(model.basis().name(index), estimate, error, estimate / error, UpperTail.bothTails(estimate /
			error), new Interval(estimate - reach, estimate + reach, level, "Wald"), model.profile(index, level), ratio,
			UpperTail.chiSquared(ratio, 1), difference);
	}

	private TestSummary summary(final ModelQuality quality, final List<Coefficient> coefficients,
		final List<String> notes)
	{
		final int columns = model.basis().size() - 1;
		final double ratio = model.likelihoodRatio(IntStream.rangeClosed(1, columns).toArray());
		final TestSummary.Builder summary = TestSummary.of("Logistic regression", quality.observations()).variant(model
			.estimation().key()).statistic("LR chi^2", ratio, columns);
		coefficients.stream().skip(1).forEach(coefficient -> summary.effect(coefficient.oddsRatio()));
		notes.forEach(summary::note);
		notes(quality, coefficients).forEach(summary::note);
		return summary.pValue(UpperTail.chiSquared(ratio, columns));
	}

	private List<String> notes(final ModelQuality quality, final List<Coefficient> coefficients) {
		final List<String> notes = new ArrayList<>();
		if (model.basis().size() == 1) notes.add("The model has no predictors: there is nothing to test, and p is 1.");
		if (quality.eventsPerVariable() < ENOUGH_EVENTS) notes.add(String.format(Locale.ROOT,
			"Only %.1f events per column (the rarer outcome's number; %d are a usual minimum): estimates are unsure.", quality
				.eventsPerVariable(), ENOUGH_EVENTS));
		if (model.estimation() == Estimation.FIRTH) notes.add(
			"Penalised likelihood (Firth): predicted probabilities are drawn towards 0.5; " +
				"tests and profile intervals use the penalty of the whole model.");
		for (final Coefficient coefficient : coefficients) {
			final Interval profile = coefficient.profile();
			if (Double.isInfinite(profile.lower()) || Double.isInfinite(profile.upper())) notes.add("The profile of " +
				coefficient.name() + " does not fall enough on one side: that end of its interval is infinite.");
		}
		coefficients.stream().skip(1).filter(one -> Double.isInfinite(one.oddsRatio().value()) || one.oddsRatio()
			.value() == 0).forEach(one -> notes.add("The odds ratio of " + one.name() +
				" per unit is beyond what a number holds; ask for it per standard deviation."));
		return notes;
	}
}
