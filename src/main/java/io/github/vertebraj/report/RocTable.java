package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.report.RocCases.NamedCurve;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.diagnostic.AucEstimate;
import io.github.vertebraj.statistics.diagnostic.AucInterval;
import io.github.vertebraj.statistics.diagnostic.AucTest;
import io.github.vertebraj.statistics.diagnostic.ChosenCutOff;
import io.github.vertebraj.statistics.diagnostic.DeLongTest;
import io.github.vertebraj.statistics.diagnostic.DiagnosticAccuracy;
import io.github.vertebraj.statistics.diagnostic.Direction;
import io.github.vertebraj.statistics.diagnostic.Proportion;
import io.github.vertebraj.statistics.diagnostic.RocCurve;

/** The tables of an ROC analysis. The headers are public: macros read columns by them. */
public final class RocTable {

	private static final String[] AREAS = { "Score", "Positive", "Direction", "Positives", "Negatives", "Missing", "AUC",
		"SE (DeLong)", "CI lower", "CI upper", "CI", "Notes" };

	private RocTable() {}

	/**
	 * One row per curve: its area.
	 *
	 * @param title     of the table
	 * @param estimates one for each curve
	 */
	public static ResultTable areas(final String title, final RocCases cases, final List<AucEstimate> estimates) {
		final ResultTable.Builder table = ResultTable.builder(title, AREAS);
		for (int i = 0; i < estimates.size(); i++) {
			final NamedCurve named = cases.curves().get(i);
			final AucEstimate estimate = estimates.get(i);
			final List<String> notes = new ArrayList<>(estimate.notes());
			notes.addAll(cases.notes());
			if (estimate.auc() < 0.5) notes.add("The area is below 0.5: these scores speak for positive the other way round.");
			table.row(named.name(), cases.outcome(), direction(named.curve()), named.curve().positives(), named.curve()
				.negatives(), cases.missing(), estimate.auc(), estimate.standardError(), estimate.interval().lower(), estimate
					.interval().upper(), Numbers.percent(estimate.interval().level()) + ", " + estimate.interval().method(), String
						.join(" ", notes));
		}
		return table.build();
	}

	private static String direction(final RocCurve curve) {
		return curve.direction().key() + (curve.requestedDirection() == Direction.AUTO ? " (auto)" : "");
	}

	/**
	 * One row per cut-off: what it achieves, each share with its exact and Wilson's interval.
	 *
	 * @param title of the table
	 * @param level of the intervals, 0 to 1
	 */
	public static ResultTable cutOffs(final String title, final RocCases cases, final CutOffRule rule, final double level) {
		final List<String> headers = new ArrayList<>(List.of("Score", "Criterion", "Cut-off", "Rule", "Same cases as", "TP",
			"FP", "FN", "TN"));
		for (final String share : List.of("Sensitivity", "Specificity", "PPV", "NPV", "Accuracy"))
			headers.addAll(List.of(share, share + " exact lower", share + " exact upper", share + " Wilson lower", share +
				" Wilson upper"));
		headers.addAll(List.of("Youden J", "LR+", "LR-", "CI", "Notes"));
		final ResultTable.Builder table = ResultTable.builder(title, headers.toArray(String[]::new));
		for (final NamedCurve named : cases.curves())
			for (final ChosenCutOff chosen : rule.choose(named.curve()))
				table.row(cutOff(named.name(), chosen, level).toArray());
		return table.build();
	}

	private static List<Object> cutOff(final String score, final ChosenCutOff chosen, final double level) {
		final DiagnosticAccuracy counts = chosen.accuracy();
		final DiagnosticAccuracy accuracy = DiagnosticAccuracy.of(counts.truePositives(), counts.falsePositives(), counts
			.falseNegatives(), counts.trueNegatives(), level);
		final List<Object> row = new ArrayList<>(List.of(score, chosen.criterion(), chosen.cutOff().threshold(), chosen.cutOff()
			.text(), chosen.observed().equals(chosen.cutOff()) ? "" : chosen.observed().text(), accuracy.truePositives(), accuracy
				.falsePositives(), accuracy.falseNegatives(), accuracy.trueNegatives()));
		for (final Proportion share : accuracy.proportions()) {
			row.add(share.value());
			for (final var interval : List.of(share.exact(), share.wilson())) {
				row.add(interval.<Object> map(Interval::lower).orElse(""));
				row.add(interval.<Object> map(Interval::upper).orElse(""));
			}
		}
		final List<String> notes = new ArrayList<>(chosen.notes());
		notes.addAll(accuracy.notes());
		row.addAll(List.of(accuracy.youden(), accuracy.positiveLikelihoodRatio(), accuracy.negativeLikelihoodRatio(), Numbers
			.percent(level) + ", Clopper-Pearson and Wilson", String.join(" ", notes)));
		return row;
	}

	/**
	 * The tests of the areas: each against 0.5, then each two against each other. A curve with fewer than two positives or
	 * negatives has none.
	 */
	public static List<TestTable.Row> tests(final RocCases cases, final AucInterval interval, final double level,
		final DoubleConsumer progress)
	{
		final List<TestTable.Row> rows = new ArrayList<>();
		final List<NamedCurve> curves = cases.curves().stream().filter(named -> Math.min(named.curve().positives(), named
			.curve().negatives()) > 1).toList();
		for (final NamedCurve named : curves) {
			rows.add(row(cases, AucTest.withDefaults().with(interval).test(named.curve()).summary(), named.name()));
			progress.accept((double) rows.size() / curves.size());
		}
		final DeLongTest comparison = DeLongTest.withDefaults().withLevel(level);
		for (int i = 0; i < curves.size(); i++)
			for (int j = i + 1; j < curves.size(); j++) {
				final RocCurve a = curves.get(i).curve();
				final RocCurve b = curves.get(j).curve();
				rows.add(row(cases, (cases.paired() ? comparison.paired(a, b) : comparison.unpaired(a, b)).summary(), curves.get(i)
					.name(), curves.get(j).name()));
			}
		return rows;
	}

	private static TestTable.Row row(final RocCases cases, final TestSummary summary, final String... names) {
		return new TestTable.Row("AUC, " + cases.outcome(), Arrays.asList(names), summary, cases.missing(), Double.NaN, "",
			List.of());
	}
}
