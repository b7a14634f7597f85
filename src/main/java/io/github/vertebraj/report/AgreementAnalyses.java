package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.agreement.Analysis;
import io.github.vertebraj.statistics.agreement.AnalysisProposal;
import io.github.vertebraj.statistics.agreement.BlandAltman;
import io.github.vertebraj.statistics.agreement.CategoryOrder;
import io.github.vertebraj.statistics.agreement.CohenKappa;
import io.github.vertebraj.statistics.agreement.DifferenceScale;
import io.github.vertebraj.statistics.agreement.FleissKappa;
import io.github.vertebraj.statistics.agreement.IccForm;
import io.github.vertebraj.statistics.agreement.IntraclassCorrelation;
import io.github.vertebraj.statistics.agreement.KappaWeights;
import io.github.vertebraj.statistics.agreement.LimitsInterval;
import io.github.vertebraj.statistics.agreement.Repeatability;

/**
 * How the agreement of readings is to be analysed.
 *
 * @param analysis   {@code AUTO} asks {@link AnalysisProposal}; of categories if these or weights are given
 * @param weights    of Cohen's κ; others have none
 * @param categories all that could be chosen in their order, separated by commas; kappa only
 * @param forms      of the intraclass correlation
 * @param difference of Bland-Altman
 * @param limits     of Bland-Altman
 * @param level      of all intervals, 0 to 1
 */
public record AgreementAnalyses(Analysis analysis, KappaWeights weights, Optional<String> categories,
	List<IccForm> forms, DifferenceScale difference, LimitsInterval limits, double level)
{

	/**
	 * Analyses readings: two by two, each two with all subjects that have both, where an analysis is of two readings; else
	 * all together.
	 *
	 * @param title    of the table
	 * @param progress takes the part that is done, 0 to 1
	 * @throws IllegalArgumentException naming readings and reason, if an analysis can't be had
	 */
	public AgreementReport of(final String title, final Readings readings, final DoubleConsumer progress) {
		final AnalysisProposal proposal = proposal(readings);
		final List<AgreementRun> runs = new ArrayList<>();
		for (final Analysis one : proposal.analyses())
			runs.addAll(runs(one, proposal.reason(), readings, progress));
		return new AgreementReport(AgreementTable.of(title, runs), runs.stream().flatMap(run -> run.panel().stream())
			.toList());
	}

	private AnalysisProposal proposal(final Readings readings) {
		if (analysis == Analysis.AUTO) return automatic(readings);
		if (weights != KappaWeights.NONE && analysis != Analysis.COHEN_KAPPA) throw new IllegalArgumentException(
			"weights must be none: only Cohen kappa has weights, not " + analysis.key());
		if (categories.isPresent() && !analysis.isOfCategories()) throw new IllegalArgumentException(
			"categories must be left empty: " + analysis.key() + " takes numbers");
		return new AnalysisProposal(List.of(analysis), "");
	}

	private AnalysisProposal automatic(final Readings readings) {
		if (weights != KappaWeights.NONE) return new AnalysisProposal(List.of(Analysis.COHEN_KAPPA),
			"weights are given, which only Cohen kappa has");
		if (categories.isPresent()) return AnalysisProposal.ofCategories(readings.names().size(), "categories are given");
		if (readings.isNumeric()) return AnalysisProposal.ofNumbers(readings.numbers());
		readings.refuseNumbersWithSlips();
		return AnalysisProposal.ofCategories(readings.names().size(), "words");
	}

	private List<AgreementRun> runs(final Analysis one, final String reason, final Readings readings,
		final DoubleConsumer progress)
	{
		final Optional<ReadingCategories> known = one.isOfCategories() ? Optional.of(new ReadingCategories(readings,
			categories)) : Optional.empty();
		final List<Readings> parts = one.isOfPairs() ? readings.pairs() : List.of(readings);
		final List<AgreementRun> runs = new ArrayList<>();
		for (final Readings part : parts) {
			if (Thread.currentThread().isInterrupted()) throw new CancellationException("Agreement");
			progress.accept((double) runs.size() / parts.size());
			try {
				runs.addAll(run(new Part(one, reason, part), known));
			}
			catch (final IllegalArgumentException e) {
				throw new IllegalArgumentException(part + ": " + e.getMessage(), e);
			}
		}
		return runs;
	}

	private List<AgreementRun> run(final Part part, final Optional<ReadingCategories> known) {
		return switch (part.analysis) {
			case COHEN_KAPPA -> List.of(cohen(part, known.orElseThrow()));
			case FLEISS_KAPPA -> List.of(fleiss(part, known.orElseThrow()));
			case ICC -> forms.stream().map(form -> icc(part, form)).toList();
			case BLAND_ALTMAN -> List.of(limits(part));
			case REPEATABILITY -> List.of(repeatability(part));
			case AUTO -> throw new IllegalStateException("auto is resolved before");
		};
	}

	private AgreementRun cohen(final Part part, final ReadingCategories known) {
		known.checkOrder(weights);
		final List<List<String>> labels = known.of(part.readings);
		final CountTable counts = new CategoryOrder<>(known.names()).pairs(labels.stream().map(row -> row.get(0)).toList(),
			labels.stream().map(row -> row.get(1)).toList());
		final CohenKappa.Result result = CohenKappa.withDefaults().with(weights).withLevel(level).test(counts);
		return part.done(result.summary(), AgreementQuantities.of(result), known.noteOfGaps(weights).stream().toList(),
			AgreementFigure.crossed(part.names(), known.names(), counts.toArray()));
	}

	private AgreementRun fleiss(final Part part, final ReadingCategories known) {
		final List<List<String>> labels = known.of(part.readings);
		final FleissKappa.Result result = FleissKappa.withDefaults().withLevel(level).test(labels, known.names());
		return part.done(result.summary(), AgreementQuantities.of(result, known.names()), List.of(), AgreementFigure.choices(
			part.names(), known.names(), labels));
	}

	/** The plot goes with the first form only. */
	private AgreementRun icc(final Part part, final IccForm form) {
		final double[][] ratings = part.readings.numbers();
		final IntraclassCorrelation.Result result = IntraclassCorrelation.withDefaults().with(form).withLevel(level).test(
			ratings);
		return part.done(result.summary(), AgreementQuantities.of(result), List.of(), form == forms.get(0) ? AgreementFigure
			.scatter(part.names(), ratings, result.summary().effects().get(0)) : Optional.empty());
	}

	private AgreementRun limits(final Part part) {
		final double[][] ratings = part.readings.numbers();
		final BlandAltman.Result result = BlandAltman.withDefaults().with(difference).with(limits).withLevel(level).test(
			column(ratings, 0), column(ratings, 1));
		return part.done(result.summary(), AgreementQuantities.of(result), List.of(), Optional.of(AgreementFigure.limits(part
			.names(), result)));
	}

	private AgreementRun repeatability(final Part part) {
		final double[][] ratings = part.readings.numbers();
		final Repeatability.Result result = Repeatability.withDefaults().withLevel(level).test(ratings);
		return part.done(result.summary(), AgreementQuantities.of(result), List.of(), AgreementFigure.scatter(part.names(),
			ratings, Effect.of("Repeatability coefficient", result.coefficient().value(), result.coefficient().interval())));
	}

	private static double[] column(final double[][] ratings, final int index) {
		return Arrays.stream(ratings).mapToDouble(row -> row[index]).toArray();
	}

	/** What one analysis is done on. */
	private record Part(Analysis analysis, String reason, Readings readings) {

		List<String> names() {
			return readings.names();
		}

		AgreementRun done(final TestSummary summary, final List<Quantity> quantities, final List<String> notes,
			final Optional<Figure> panel)
		{
			return new AgreementRun(names(), analysis, summary, reason, readings.missing(), quantities, notes, panel);
		}
	}
}
