package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.agreement.BlandAltman;
import io.github.vertebraj.statistics.agreement.CohenKappa;
import io.github.vertebraj.statistics.agreement.DifferenceScale;
import io.github.vertebraj.statistics.agreement.FleissKappa;
import io.github.vertebraj.statistics.agreement.IntraclassCorrelation;
import io.github.vertebraj.statistics.agreement.KappaWeights;
import io.github.vertebraj.statistics.agreement.Repeatability;

/** The rows that each analysis of agreement has in its table. The names are public: macros look rows up by them. */
final class AgreementQuantities {

	private AgreementQuantities() {}

	static List<Quantity> of(final CohenKappa.Result result) {
		final List<Quantity> rows = new ArrayList<>();
		rows.add(tested(Quantity.of("Kappa", result.kappa()).error(result.error()).interval(result.interval()), result
			.summary()));
		rows.add(Quantity.of("Observed agreement", result.agreement()).interval(result.agreementInterval()));
		final boolean isWeighted = result.weights() != KappaWeights.NONE;
		if (isWeighted) rows.add(Quantity.of("Weighted observed agreement", result.observed()));
		rows.add(Quantity.of(isWeighted ? "Weighted expected agreement" : "Expected agreement", result.expected()));
		rows.add(Quantity.of("PABAK", result.adjusted()));
		result.prevalenceIndex().ifPresent(value -> rows.add(Quantity.of("Prevalence index", value)));
		result.biasIndex().ifPresent(value -> rows.add(Quantity.of("Bias index", value)));
		return rows;
	}

	/** @param categories in the order of the result's */
	static List<Quantity> of(final FleissKappa.Result result, final List<String> categories) {
		final List<Quantity> rows = new ArrayList<>();
		rows.add(tested(Quantity.of("Kappa", result.kappa()).error(result.error()).interval(result.interval()), result
			.summary()));
		rows.add(Quantity.of("Observed agreement", result.observed()));
		rows.add(Quantity.of("Expected agreement", result.expected()));
		IntStream.range(0, categories.size()).forEach(i -> rows.add(ofCategory(categories.get(i), result.categories().get(
			i))));
		return rows;
	}

	private static Quantity ofCategory(final String name, final FleissKappa.Category category) {
		return Quantity.of("Kappa of " + name, category.kappa()).test("z", category.z(), List.of(), category.pValue()).notes(
			Double.isNaN(category.kappa()) ? List.of((category.share() == 0 ? "No" : "Every") + " reading is '" + name +
				"': there is no kappa of it.") : List.of());
	}

	static List<Quantity> of(final IntraclassCorrelation.Result result) {
		return List.of(tested(Quantity.of(result.form().key(), result.coefficient()).interval(result.interval()), result
			.summary()).notes(List.of("p is one-sided, of the test that subjects do not differ.")));
	}

	static List<Quantity> of(final BlandAltman.Result result) {
		final String unit = unit(result.scale());
		final TestSummary summary = result.summary();
		final List<Quantity> rows = new ArrayList<>();
		rows.add(tested(Quantity.of("Bias" + unit, result.bias()).error(result.sd() / Math.sqrt(result.means().length))
			.interval(result.biasInterval()), summary));
		rows.add(Quantity.of("Lower limit" + unit, result.lower().value()).interval(result.lower().interval()));
		rows.add(Quantity.of("Upper limit" + unit, result.upper().value()).interval(result.upper().interval()));
		rows.add(Quantity.of("SD of differences" + unit, result.sd()));
		result.trend().ifPresent(trend -> rows.add(Quantity.of("Proportional bias slope", trend.slope()).error(trend.error())
			.interval(trend.interval()).test("t", trend.t(), List.of(result.means().length - 2.0), trend.pValue())));
		for (final Effect effect : summary.effects())
			if (effect.name().endsWith("as ratio")) rows.add(Quantity.of(ratio(effect.name()), effect.value()).interval(effect
				.interval().orElseThrow()));
		return rows;
	}

	/** What differences are measured in, where that is not the unit of the readings. */
	private static String unit(final DifferenceScale scale) {
		return switch (scale) {
			case ABSOLUTE -> "";
			case PERCENT -> " (%)";
			case LOG_RATIO -> " (ln)";
		};
	}

	private static String ratio(final String effect) {
		return effect.startsWith("bias") ? "Bias as ratio" : effect.startsWith("lower") ? "Lower limit as ratio"
			: "Upper limit as ratio";
	}

	static List<Quantity> of(final Repeatability.Result result) {
		return List.of(estimate("Within-subject SD", result.sd()), estimate("Repeatability coefficient", result
			.coefficient()), estimate("Within-subject CV (%)", result.variation()), estimate("Repeatability coefficient (%)",
				result.percentCoefficient()));
	}

	private static Quantity estimate(final String name, final Repeatability.Estimate estimate) {
		return Quantity.of(name, estimate.value()).interval(estimate.interval());
	}

	private static Quantity tested(final Quantity quantity, final TestSummary summary) {
		return quantity.test(summary.statisticName(), summary.statistic(), summary.degreesOfFreedom(), summary.pValue());
	}
}
