package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.analysis.PatientReading;
import io.github.vertebraj.reading.analysis.ReaderStudy;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.chart.RocFigure;
import io.github.vertebraj.report.study.TestRow.Role;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.count.McNemarTest;
import io.github.vertebraj.statistics.diagnostic.AucEstimate;
import io.github.vertebraj.statistics.diagnostic.AucInterval;
import io.github.vertebraj.statistics.diagnostic.CutOff;
import io.github.vertebraj.statistics.diagnostic.DeLongTest;
import io.github.vertebraj.statistics.diagnostic.DiagnosticAccuracy;
import io.github.vertebraj.statistics.diagnostic.Direction;
import io.github.vertebraj.statistics.diagnostic.RocCurve;
import io.github.vertebraj.statistics.diagnostic.RocPoint;

/**
 * How well readers tell metastatic from other segments, where the truth is known: by segment, and by patient (the highest
 * rating of a site against whether any of its segments is metastatic).
 */
final class DiagnosticTables {

	private static final double PROBABLE = 2;
	private static final String CLUSTERED =
		"segments of a patient are not independent: intervals are narrower and p smaller than they should be";

	private final ReaderStudy study;
	private final Map<Unit, Map<String, Scores>> scores = new LinkedHashMap<>();

	/** What is told apart, where. */
	private record Unit(String name, Site site) {}

	/** The score of each subject, and whether it is positive; in the same order for both sessions. */
	private static final class Scores {

		private final Map<String, Double> values = new LinkedHashMap<>();
		private final Map<String, Boolean> truth = new LinkedHashMap<>();

		private void add(final String subject, final double score, final boolean isPositive) {
			values.merge(subject, score, Math::max);
			truth.merge(subject, isPositive, Boolean::logicalOr);
		}

		/** Of the subjects that the others have too. */
		private RocCurve curve(final Scores others) {
			final List<String> common = values.keySet().stream().filter(others.values::containsKey).toList();
			final boolean[] isPositive = new boolean[common.size()];
			final double[] score = new double[common.size()];
			for (int i = 0; i < score.length; i++) {
				isPositive[i] = truth.get(common.get(i));
				score[i] = values.get(common.get(i));
			}
			return RocCurve.of(isPositive, score, Direction.HIGHER_IS_POSITIVE);
		}

		private RocCurve curve() {
			return curve(this);
		}
	}

	DiagnosticTables(final ReaderStudy study) {
		this.study = study;
		for (final Site site : study.sites())
			for (final String unit : List.of("segment", "patient"))
				scores.put(new Unit(unit, site), new LinkedHashMap<>());
		for (final PatientReading reading : study.readings())
			for (final int session : new int[] { 1, 2 })
				reading.session(session).forEach((segment, finding) -> study.truth(reading.caseId(), segment).ifPresent(truth -> {
					final String key = key(reading.reader(), session);
					final double score = finding.rating().score();
					scores(new Unit("segment", segment.site()), key).add(reading.caseId() + " " + segment, score, truth);
					scores(new Unit("patient", segment.site()), key).add(reading.caseId(), score, truth);
				}));
	}

	private Scores scores(final Unit unit, final String key) {
		return scores.get(unit).computeIfAbsent(key, none -> new Scores());
	}

	private static String key(final String reader, final int session) {
		return reader + ", session " + session;
	}

	boolean isEmpty() {
		return study.truth().isEmpty();
	}

	ResultTable accuracy() {
		final ResultTable.Builder table = ResultTable.builder("Diagnostic accuracy", "unit", "site", "reader", "session",
			"positives", "negatives", "AUC", "AUC CI lower", "AUC CI upper", "cut-off", "TP", "FP", "FN", "TN",
			"sensitivity (%)", "sensitivity CI lower (%)", "sensitivity CI upper (%)", "specificity (%)",
			"specificity CI lower (%)", "specificity CI upper (%)", "notes");
		forEachReading((unit, key) -> {
			final String note = unit.name().equals("segment") ? CLUSTERED : "";
			final int comma = key.lastIndexOf(", session ");
			final Scores of = scores.get(unit).get(key);
			final long positives = of.truth.values().stream().filter(truth -> truth).count();
			if (positives == 0 || positives == of.truth.size()) {
				table.row(unit.name(), unit.site().name(), key.substring(0, comma), key.substring(comma + 10), positives,
					of.truth.size() - positives, Double.NaN, Double.NaN, Double.NaN, "", "", "", "", "", Double.NaN, Double.NaN,
					Double.NaN, Double.NaN, Double.NaN, Double.NaN, "Not tested: all are positive, or none is");
				return;
			}
			final RocCurve curve = of.curve();
			final AucEstimate area = AucInterval.withDefaults().of(curve);
			for (final double threshold : new double[] { PROBABLE, 1 }) {
				final DiagnosticAccuracy at = curve.at(new CutOff(threshold, CutOff.Rule.AT_OR_ABOVE));
				table.row(unit.name(), unit.site().name(), key.substring(0, comma), key.substring(comma + 10), curve.positives(),
					curve.negatives(), area.auc(), area.interval().lower(), area.interval().upper(), "rating >= " +
						(int) threshold, at.truePositives(), at.falsePositives(), at.falseNegatives(), at.trueNegatives(), 100 * at
							.sensitivity().value(), 100 * at.sensitivity().exact().orElseThrow().lower(), 100 * at.sensitivity().exact()
								.orElseThrow().upper(), 100 * at.specificity().value(), 100 * at.specificity().exact().orElseThrow()
									.lower(), 100 * at.specificity().exact().orElseThrow().upper(), note);
			}
		});
		return table.build();
	}

	private void forEachReading(final BiConsumer<Unit, String> action) {
		scores.forEach((unit, readings) -> readings.keySet().stream().sorted().forEach(key -> action.accept(unit, key)));
	}

	/** Each reader's sessions against one another, and each two readers in a session. */
	ResultTable tests() {
		final ResultTable.Builder table = ResultTable.builder("Diagnostic tests", "unit", "site", "first", "second", "test",
			"statistic", "p", "notes");
		scores.forEach((unit, readings) -> {
			for (final String reader : study.readers())
				compare(table, unit, key(reader, 1), key(reader, 2), true);
			for (final int session : new int[] { 1, 2 })
				for (int i = 0; i < study.readers().size(); i++)
					for (int j = i + 1; j < study.readers().size(); j++)
						compare(table, unit, key(study.readers().get(i), session), key(study.readers().get(j), session), false);
		});
		return table.build();
	}

	private void compare(final ResultTable.Builder table, final Unit unit, final String first, final String second,
		final boolean withMcNemar)
	{
		final Scores one = scores.get(unit).get(first);
		final Scores other = scores.get(unit).get(second);
		if (one == null || other == null) return;
		final String note = unit.name().equals("segment") ? CLUSTERED : "";
		final List<TestRow> rows = new ArrayList<>();
		rows.add(TestRow.run("DeLong's comparison of two AUCs", Role.FITS, () -> DeLongTest.withDefaults().paired(one.curve(
			other), ordered(other, one).curve()), note));
		if (withMcNemar) for (final boolean positive : new boolean[] { true, false }) {
			final String name = "McNemar, " + (positive ? "sensitivity" : "specificity") + " at rating >= 2";
			rows.add(TestRow.run(name, Role.FITS, () -> McNemarTest.withDefaults().test(pairs(one, other, positive)), note)
				.named(name));
		}
		rows.forEach(row -> table.row(unit.name(), unit.site().name(), first, second, row.test(), row.statistic(), row.p(),
			row.notes()));
	}

	/** The other's scores in the order of the one's subjects, for DeLong's test pairs by place. */
	private static Scores ordered(final Scores scores, final Scores like) {
		final Scores ordered = new Scores();
		like.values.keySet().stream().filter(scores.values::containsKey).forEach(subject -> ordered.add(subject, scores.values
			.get(subject), scores.truth.get(subject)));
		return ordered;
	}

	private static CountTable pairs(final Scores first, final Scores second, final boolean positive) {
		final int[][] pairs = new int[2][2];
		first.values.forEach((subject, score) -> {
			if (second.values.containsKey(subject) && first.truth.get(
				subject) == positive) pairs[score >= PROBABLE == positive ? 0 : 1][second.values.get(
					subject) >= PROBABLE == positive ? 0 : 1]++;
		});
		return CountTable.of(pairs);
	}

	/** The curves of all readers and sessions, by segment, at a site; none where the truth has one class only. */
	Optional<RocFigure> figure(final Site site) {
		final List<RocFigure.Curve> curves = new ArrayList<>();
		scores.get(new Unit("segment", site)).forEach((key, of) -> {
			if (of.truth.values().stream().distinct().count() < 2) return;
			final RocCurve curve = of.curve();
			curves.add(new RocFigure.Curve(key, String.format(Locale.ROOT, "AUC %.3f", curve.auc()), curve
				.points().stream().mapToDouble(point -> 1 - point.specificity()).toArray(), curve.points().stream().mapToDouble(
					RocPoint::sensitivity).toArray(), Optional.empty(), Optional.empty()));
		});
		return curves.isEmpty() ? Optional.empty() : Optional.of(new RocFigure("ROC by segment, " + site, curves));
	}
}
