package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.github.vertebraj.dualenergy.CnrDefinition;
import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.PAdjustment;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.comparison.Comparison;
import io.github.vertebraj.statistics.comparison.Comparison.PairResult;
import io.github.vertebraj.statistics.comparison.Observations;
import io.github.vertebraj.statistics.comparison.TestName;
import io.github.vertebraj.statistics.rank.Zeros;

/**
 * The contrast-to-noise ratios (SD of the target) of each pair of tissues under each image type. The cases are the
 * patients, each with the mean over its levels and sides, so that levels of one patient do not count as patients; of one
 * patient alone they are its levels and sides. A case without a ratio under each type is left out and counted.
 */
public final class CnrStudy {

	/** An image type, and the series and energy of a monoenergetic one. */
	record Type(String name, String series, OptionalDouble keV) {

		private static Type of(final CnrRow row) {
			return new Type(row.source().type(), row.source().keV().isPresent() ? row.source().series() : "", row.source().keV());
		}
	}

	/** The cases of a pair: rows are cases, columns types; NaN where missing. */
	record Cases(String pair, List<Type> types, List<String> names, List<double[]> rows) {

		private List<double[]> complete() {
			return rows.stream().filter(row -> Arrays.stream(row).noneMatch(Double::isNaN)).toList();
		}
	}

	private final List<Cases> pairs = new ArrayList<>();
	private final boolean isOfPatients;

	public CnrStudy(final List<CnrRow> rows) {
		isOfPatients = rows.stream().anyMatch(row -> !row.source().patient().isEmpty());
		final List<Type> types = rows.stream().map(Type::of).distinct().toList();
		rows.stream().map(CnrRow::pair).distinct().forEach(pair -> pairs.add(cases(pair, types, rows)));
	}

	private Cases cases(final String pair, final List<Type> types, final List<CnrRow> rows) {
		final Map<String, double[][]> sums = new LinkedHashMap<>();
		for (final CnrRow row : rows) {
			if (!row.pair().equals(pair)) continue;
			final double cnr = row.cnr(CnrDefinition.TARGET);
			final double[] sum = sums.computeIfAbsent(name(row), key -> new double[types.size()][2])[types.indexOf(Type
				.of(row))];
			if (Double.isNaN(cnr)) continue;
			sum[0] += cnr;
			sum[1]++;
		}
		return new Cases(pair, types, List.copyOf(sums.keySet()), sums.values().stream().map(CnrStudy::means).toList());
	}

	private String name(final CnrRow row) {
		return isOfPatients ? row.source().patient() : row.level() + " " + row.target().map(CnrRow.Side::region).orElse("");
	}

	/** 0 / 0 is NaN: missing. */
	private static double[] means(final double[][] sums) {
		final double[] means = new double[sums.length];
		for (int i = 0; i < means.length; i++)
			means[i] = sums[i][0] / sums[i][1];
		return means;
	}

	/** Whether the cases are patients. */
	public boolean isOfPatients() {
		return isOfPatients;
	}

	/** Whether there is something to test: two types or more, and a pair with two complete patients or more. */
	public boolean isComparable() {
		return isOfPatients && pairs.stream().anyMatch(CnrStudy::isComparable);
	}

	private static boolean isComparable(final Cases cases) {
		return cases.types.size() > 1 && cases.complete().size() > 1;
	}

	/**
	 * Which cases lack which image types, a line for each pair, and that tables leave them out; empty when all are complete.
	 */
	public List<String> incomplete() {
		final List<String> lines = new ArrayList<>();
		for (final Cases cases : pairs) {
			final int left = cases.rows.size() - cases.complete().size();
			if (left == 0 || !isOfPatients) continue;
			final List<String> lacking = new ArrayList<>();
			for (int i = 0; i < cases.types.size(); i++) {
				final int type = i;
				final List<String> names = IntStream.range(0, cases.rows.size()).filter(row -> Double.isNaN(cases.rows.get(
					row)[type])).mapToObj(cases.names::get).toList();
				if (!names.isEmpty()) lacking.add(cases.types.get(i).name + " in " + String.join(", ", names));
			}
			lines.add("Summary and tests of " + cases.pair + " leave out " + left + " of " + cases.rows.size() +
				" patients, who lack a CNR: " + String.join("; ", lacking));
		}
		return lines;
	}

	List<Cases> pairs() {
		return pairs;
	}

	/** The complete cases of each pair that has any, for tables of groups. */
	public List<Measure> measures() {
		return pairs.stream().filter(cases -> !cases.complete().isEmpty()).map(this::measure).toList();
	}

	private Measure measure(final Cases cases) {
		final double[][] complete = cases.complete().toArray(double[][]::new);
		final List<String> notes = isOfPatients ? List.of("Each patient's value is the mean over levels and sides") : List
			.of();
		return new Measure("CNR of " + cases.pair, new Observations.Repeated(cases.types.stream().map(Type::name).toList(),
			complete), cases.rows.size() - complete.length, notes);
	}

	/**
	 * Wilcoxon signed-rank tests of each two image types: asymptotic without continuity correction, as studies of CNR
	 * print it, and exact below it; each kind adjusted by Holm for all pairs of types.
	 */
	public List<TestTable.Row> tests(final DoubleConsumer progress) {
		final List<TestTable.Row> rows = new ArrayList<>();
		final List<Measure> measures = pairs.stream().filter(CnrStudy::isComparable).map(this::measure).toList();
		for (int i = 0; i < measures.size(); i++) {
			final List<TestTable.Row> asymptotic = tests(measures.get(i), PMethod.ASYMPTOTIC, progress);
			final List<TestTable.Row> exact = tests(measures.get(i), PMethod.EXACT, progress);
			for (int pair = 0; pair < exact.size(); pair++) {
				rows.add(asymptotic.get(pair));
				rows.add(exact.get(pair));
			}
			progress.accept((i + 1.0) / measures.size());
		}
		return rows;
	}

	private static List<TestTable.Row> tests(final Measure measure, final PMethod method, final DoubleConsumer progress) {
		final List<PairResult> results = new Comparison(TestName.WILCOXON, Alternative.TWO_SIDED, method, Zeros.DROPPED,
			Interval.USUAL_LEVEL).runPairs(measure.observations(), progress);
		final double[] adjusted = PAdjustment.HOLM.adjust(results.stream().mapToDouble(result -> result.summary().pValue())
			.toArray());
		final String adjustment = PAdjustment.HOLM.key() + ", " + adjusted.length + (adjusted.length == 1 ? " test"
			: " tests");
		final List<TestTable.Row> rows = new ArrayList<>();
		for (int i = 0; i < adjusted.length; i++)
			rows.add(new TestTable.Row(measure.name(), results.get(i).names(), results.get(i).summary(), measure.missing(),
				adjusted[i], adjustment, measure.notes()));
		return rows;
	}
}
