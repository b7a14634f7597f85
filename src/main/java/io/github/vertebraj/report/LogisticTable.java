package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.diagnostic.OptimismCorrection;
import io.github.vertebraj.statistics.regression.Coefficient;
import io.github.vertebraj.statistics.regression.Estimation;
import io.github.vertebraj.statistics.regression.ModelQuality;
import io.github.vertebraj.statistics.regression.Predictor;
import io.github.vertebraj.statistics.regression.PredictorTest;
import io.github.vertebraj.statistics.regression.StepwiseSelection;

/** The tables of a logistic regression. The headers are public: macros read columns by them. */
public final class LogisticTable {

	private static final String[] COEFFICIENTS = { "Predictor", "Contrast", "Coefficient", "SE", "z", "Wald p",
		"LR chi^2", "LR df", "LR p", "Odds ratio", "CI lower", "CI upper", "CI", "Profile CI lower", "Profile CI upper",
		"Wald CI lower", "Wald CI upper", "Unit", "Notes" };

	private static final String[] MODEL = { "Outcome", "Event", "n", "Events", "Missing", "Predictors", "Method",
		"Selection", "Selection path", "Log-likelihood", "LR chi^2", "df", "p", "AIC", "BIC", "McFadden R^2",
		"Nagelkerke R^2", "Brier", "Events per variable", "AUC", "AUC CI lower", "AUC CI upper", "AUC CI", "Optimism",
		"AUC corrected", "Replicates", "Notes" };

	private static final String[] SCORES = { "Row", "Outcome", "Linear predictor", "Probability" };

	private LogisticTable() {}

	/**
	 * One row per coefficient, the intercept first. The coefficient is per 1; the odds ratio for the unit that its row
	 * names. The likelihood ratio test is that of the whole predictor: the rows of a category's levels have the same.
	 *
	 * @param title    of the table
	 * @param interval which one stands in the columns {@code CI}
	 */
	public static ResultTable coefficients(final String title, final LogisticAnalysis.Result result,
		final OddsRatioInterval interval)
	{
		final ResultTable.Builder table = ResultTable.builder(title, COEFFICIENTS);
		final List<Coefficient> coefficients = result.fit().coefficients();
		table.row(intercept(coefficients.get(0)));
		int next = 1;
		for (final PredictorTest test : result.fit().predictorTests()) {
			final Predictor predictor = result.cases().predictor(test.predictor());
			for (int i = 0; i < predictor.columnNames().size(); i++)
				table.row(row(coefficients.get(next++), predictor, i, test, interval, result.isSelected()));
		}
		return table.build();
	}

	/** Its exponential is an odds, not a ratio of two, so the cells of the odds ratio are empty. */
	private static Object[] intercept(final Coefficient intercept) {
		final Object[] row = new Object[COEFFICIENTS.length];
		final Object[] known = { intercept.name(), "", intercept.estimate(), intercept.standardError(), intercept.z(),
			intercept.waldP(), intercept.likelihoodRatio(), 1, intercept.likelihoodRatioP() };
		System.arraycopy(known, 0, row, 0, known.length);
		return row;
	}

	private static Object[] row(final Coefficient coefficient, final Predictor predictor, final int column,
		final PredictorTest test, final OddsRatioInterval kind, final boolean isSelected)
	{
		final Interval interval = kind.of(coefficient);
		final Interval profile = OddsRatioInterval.PROFILE.of(coefficient);
		final Interval wald = OddsRatioInterval.WALD.of(coefficient);
		return new Object[] { predictor.name(), contrast(predictor, column), coefficient.estimate(), coefficient
			.standardError(), coefficient.z(), coefficient.waldP(), test.statistic(), test.degreesOfFreedom(), test.pValue(),
			coefficient.oddsRatio().value(), interval.lower(), interval.upper(), name(interval), profile.lower(), profile
				.upper(), wald.lower(), wald.upper(), unit(coefficient, predictor),
			String.join(" ", notes(coefficient, predictor, test, isSelected)) };
	}

	/** {@code malignant vs benign}; nothing for a predictor of numbers. */
	static String contrast(final Predictor predictor, final int column) {
		final int prefix = (predictor.name() + ": ").length();
		return predictor.reference().map(reference -> predictor.columnNames().get(column).substring(prefix) + " vs " +
			reference).orElse("");
	}

	/** What an odds ratio of numbers is for: {@code per 1}, {@code per SD (0.231)}; nothing for a category. */
	static String unit(final Coefficient coefficient, final Predictor predictor) {
		if (predictor.isCategory()) return "";
		return coefficient.unit() == 1 ? "per 1" : "per SD (" + Numbers.digits(coefficient.unit(), 4) + ")";
	}

	private static List<String> notes(final Coefficient coefficient, final Predictor predictor, final PredictorTest test,
		final boolean isSelected)
	{
		final List<String> notes = new ArrayList<>();
		if (isSelected) notes.add("Selected by its effect in these data: p and intervals are too optimistic.");
		if (test.degreesOfFreedom() > 1) notes.add("The LR test is of all levels of '" + predictor.name() + "' together.");
		final Interval profile = coefficient.profile();
		if (Double.isInfinite(profile.lower()) || Double.isInfinite(profile.upper())) notes.add(
			"The profile does not fall enough on one side: that end of the interval is infinite, or 0 for the odds ratio.");
		final double ratio = coefficient.oddsRatio().value();
		if (ratio == 0 || Double.isInfinite(ratio)) notes.add(
			"The odds ratio per 1 is beyond what a number holds; ask for it per standard deviation.");
		return notes;
	}

	/**
	 * One row: how well the model describes the cases.
	 *
	 * @param title of the table
	 */
	public static ResultTable model(final String title, final LogisticAnalysis.Result result) {
		final List<Object> row = new ArrayList<>(whatWasFitted(result));
		row.addAll(howWellItFits(result));
		row.addAll(howWellItTells(result));
		row.add(String.join(" ", modelNotes(result)));
		return ResultTable.builder(title, MODEL).row(row.toArray()).build();
	}

	private static List<Object> whatWasFitted(final LogisticAnalysis.Result result) {
		final LogisticCases cases = result.cases();
		final ModelQuality quality = result.fit().quality();
		final String predictors = result.fit().predictorTests().stream().map(PredictorTest::predictor).collect(Collectors
			.joining(", "));
		return List.of(cases.outcome().name(), cases.event(), quality.observations(), quality.events(), cases.missing(),
			predictors, result.fit().estimation().key(), result.selection(), path(result));
	}

	private static List<Object> howWellItFits(final LogisticAnalysis.Result result) {
		final ModelQuality quality = result.fit().quality();
		final TestSummary test = result.fit().summary();
		final int columns = quality.parameters() - 1;
		return List.of(quality.logLikelihood(), test.statistic(), columns, test.pValue(), quality.aic(), quality.bic(),
			quality.mcFadden(), quality.nagelkerke(), quality.brier(), columns == 0 ? "" : quality.eventsPerVariable());
	}

	private static List<Object> howWellItTells(final LogisticAnalysis.Result result) {
		final Interval interval = result.auc().interval();
		final Optional<OptimismCorrection.Result> validation = result.validation();
		return List.of(result.auc().auc(), interval.lower(), interval.upper(), name(interval), validation.<Object> map(
			OptimismCorrection.Result::optimism).orElse(""), validation.<Object> map(OptimismCorrection.Result::corrected)
				.orElse(""), validation.map(OptimismCorrection.Result::replicates).orElse(0));
	}

	/** {@code 95%, DeLong}. */
	private static String name(final Interval interval) {
		return Numbers.percent(interval.level()) + ", " + interval.method();
	}

	/** {@code 1. ADC enters (LR p = 0.012, AIC 40.1 to 35.8); 2. ...}; a text without steps is told apart from none. */
	private static String path(final LogisticAnalysis.Result result) {
		if (!result.isSelected()) return "";
		final List<StepwiseSelection.Step> path = result.path();
		if (path.isEmpty()) return "no predictor entered or left";
		return IntStream.range(0, path.size()).mapToObj(i -> (i + 1) + ". " + text(path.get(i))).collect(Collectors.joining(
			"; "));
	}

	private static String text(final StepwiseSelection.Step step) {
		return step.predictor() + (step.isEntry() ? " enters" : " leaves") + " (LR " + Numbers.pValue(step.pValue()) +
			", AIC " + Numbers.digits(step.aicBefore(), 5) + " to " + Numbers.digits(step.aicAfter(), 5) + ")";
	}

	private static List<String> modelNotes(final LogisticAnalysis.Result result) {
		final List<String> notes = new ArrayList<>(List.of(
			"The AUC is apparent: optimistic, as the model was fitted to the same data; its interval leaves that out."));
		result.validation().ifPresent(validation -> {
			notes.add("Optimism by bootstrap (Harrell), " + validation.replicates() + " replicates, seed " +
				validation.seed() + (result.isSelected() ? ", the selection repeated in each." : "."));
			notes.addAll(validation.notes());
		});
		if (result.isSelected()) notes.add("Events per variable counts what was selected; per column of all candidates" +
			" there are " + Numbers.digits(eventsPerCandidate(result.cases()), 3) + ".");
		if (result.fit().estimation() == Estimation.FIRTH) notes.add("Log-likelihood, AIC, BIC and R^2 are without Firth's" +
			" penalty, the LR chi^2 is with it.");
		notes.addAll(result.auc().notes());
		notes.addAll(result.fit().summary().notes());
		notes.addAll(result.cases().notes());
		return notes;
	}

	private static double eventsPerCandidate(final LogisticCases cases) {
		final int columns = cases.predictors().stream().mapToInt(predictor -> predictor.columnNames().size()).sum();
		return (double) Math.min(cases.eventCount(), cases.events().length - cases.eventCount()) / columns;
	}

	/**
	 * One row per row of the input table, in its order: what the model says of it. Rows that were left out have empty
	 * cells.
	 *
	 * @param title of the table
	 */
	public static ResultTable scores(final String title, final LogisticAnalysis.Result result) {
		final List<String> outcome = result.cases().outcome().texts();
		final Object[][] cells = new Object[outcome.size()][];
		for (int row = 0; row < cells.length; row++)
			cells[row] = new Object[] { row + 1, outcome.get(row), "", "" };
		final int[] rows = result.cases().rows();
		final double[] scores = result.fit().scores();
		final double[] probabilities = result.fit().probabilities();
		for (int i = 0; i < rows.length; i++) {
			cells[rows[i]][2] = scores[i];
			cells[rows[i]][3] = probabilities[i];
		}
		final ResultTable.Builder table = ResultTable.builder(title, SCORES);
		for (final Object[] row : cells)
			table.row(row);
		return table.build();
	}
}
