package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.vertebraj.reading.FractureGrade;
import io.github.vertebraj.reading.FractureShape;
import io.github.vertebraj.reading.analysis.FractureVertebra;
import io.github.vertebraj.reading.study.FractureSign;
import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.study.TestRow.Role;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.count.ChiSquareTest;
import io.github.vertebraj.statistics.count.ClusteredDifference;
import io.github.vertebraj.statistics.count.ClusteredDifference.Cluster;
import io.github.vertebraj.statistics.count.FisherExactTest;

/** Signs of fracture by group of patients, vertebra by vertebra, all modalities together. */
final class FractureSigns {

	private static final String[] TEST_HEADERS = { "reader", "sign", "test", "statistic", "df", "p", "why", "groups",
		"difference (%)", "bootstrap CI lower (%)", "bootstrap CI upper (%)", "notes" };
	private static final double FEW_EXPECTED = 5;

	private final Map<String, List<FractureVertebra>> byReader = new LinkedHashMap<>();
	private final List<String> groups;

	FractureSigns(final List<FractureVertebra> vertebrae) {
		vertebrae.forEach(vertebra -> byReader.computeIfAbsent(vertebra.reader(), reader -> new ArrayList<>()).add(vertebra));
		groups = vertebrae.stream().map(FractureVertebra::group).distinct().toList();
	}

	/** Something that a vertebra has or has not. */
	private record Sign(String name, Function<FractureVertebra, Optional<Presence>> of) {}

	private static List<Sign> signs() {
		final List<Sign> signs = new ArrayList<>();
		for (final FractureShape shape : FractureShape.values())
			if (shape != FractureShape.NONE) signs.add(new Sign("shape " + shape.key(), vertebra -> vertebra.shape().map(
				said -> presence(said == shape))));
		signs.add(new Sign("severe compression", vertebra -> vertebra.grade().map(said -> presence(
			said == FractureGrade.SEVERE))));
		for (final FractureSign sign : FractureSign.values())
			signs.add(new Sign(sign.key(), vertebra -> vertebra.combined(sign)));
		return signs;
	}

	private static Presence presence(final boolean isPresent) {
		return isPresent ? Presence.PRESENT : Presence.ABSENT;
	}

	List<String> groups() {
		return groups;
	}

	Map<String, List<FractureVertebra>> byReader() {
		return byReader;
	}

	/** How vertebrae cluster in patients. */
	ResultTable clusters() {
		final ResultTable.Builder table = ResultTable.builder("Vertebrae in patients", "reader", "group", "patients",
			"vertebrae", "vertebrae per patient", "most in a patient", "patients with several");
		byReader.forEach((reader, all) -> groups.forEach(group -> {
			final Map<String, Integer> sizes = new LinkedHashMap<>();
			all.stream().filter(vertebra -> vertebra.group().equals(group)).forEach(vertebra -> sizes.merge(vertebra.caseId(),
				1, Integer::sum));
			final int vertebrae = sizes.values().stream().mapToInt(size -> size).sum();
			table.row(reader, group, sizes.size(), vertebrae, sizes.isEmpty() ? Double.NaN : (double) vertebrae / sizes.size(),
				sizes.values().stream().mapToInt(size -> size).max().orElse(0), (int) sizes.values().stream().filter(
					size -> size > 1).count());
		}));
		return table.build();
	}

	private static int count(final List<FractureVertebra> vertebrae, final Sign sign, final Presence presence) {
		return (int) vertebrae.stream().filter(vertebra -> sign.of().apply(vertebra).filter(presence::equals).isPresent())
			.count();
	}

	ResultTable counts() {
		final ResultTable.Builder table = ResultTable.builder("Signs by group", "reader", "sign", "group", "vertebrae",
			"present", "absent", "not assessable", "not recorded", "present (%)");
		byReader.forEach((reader, all) -> {
			for (final Sign sign : recorded(all))
				for (final String group : groups) {
					final List<FractureVertebra> of = all.stream().filter(vertebra -> vertebra.group().equals(group)).toList();
					final int present = count(of, sign, Presence.PRESENT);
					final int absent = count(of, sign, Presence.ABSENT);
					final int not = count(of, sign, Presence.NOT_ASSESSABLE);
					table.row(reader, sign.name(), group, of.size(), present, absent, not, of.size() - present - absent - not,
						present + absent == 0 ? Double.NaN : 100.0 * present / (present + absent));
				}
		});
		return table.build();
	}

	private static List<Sign> recorded(final List<FractureVertebra> vertebrae) {
		return signs().stream().filter(sign -> vertebrae.stream().anyMatch(vertebra -> sign.of().apply(vertebra).isPresent()))
			.toList();
	}

	ResultTable tests() {
		final ResultTable.Builder table = ResultTable.builder("Tests of signs", TEST_HEADERS);
		byReader.forEach((reader, all) -> {
			for (final Sign sign : recorded(all))
				addTests(table, reader, sign, all);
			addTable(table, reader, "shape", all, signs().subList(0, 3));
			addTable(table, reader, "disc", all, signs().stream().filter(sign -> sign.name().startsWith("disc ")).toList());
		});
		return table.build();
	}

	private void addTests(final ResultTable.Builder table, final String reader, final Sign sign,
		final List<FractureVertebra> all)
	{
		final int[][] counts = groups.stream().map(group -> {
			final List<FractureVertebra> of = all.stream().filter(vertebra -> vertebra.group().equals(group)).toList();
			return new int[] { count(of, sign, Presence.PRESENT), count(of, sign, Presence.ABSENT) };
		}).filter(row -> row[0] + row[1] > 0).toArray(int[][]::new);
		if (counts.length < 2) return; // looked for in one group only: nothing to compare
		final boolean isFew = smallestExpected(counts) < FEW_EXPECTED;
		final TestRow chi = TestRow.run("Pearson chi-square", isFew ? Role.PAPER : Role.BOTH, () -> ChiSquareTest
			.withDefaults().test(CountTable.of(counts)));
		final TestRow fisher = TestRow.run("Fisher exact", Role.FITS, () -> FisherExactTest.withDefaults().test(CountTable.of(
			counts)));
		for (final TestRow row : List.of(chi, fisher)) {
			final Object[] difference = difference(sign, all);
			table.row(reader, sign.name(), row.test(), row.statistic(), row.df(), row.p(), row.role().text(), String.join(
				" against ", groups), difference[0], difference[1], difference[2], row.notes());
		}
	}

	private static double smallestExpected(final int[][] counts) {
		final double all = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
		double smallest = Double.POSITIVE_INFINITY;
		for (final int[] row : counts)
			for (int column = 0; column < 2; column++) {
				final int of = column;
				smallest = Math.min(smallest, IntStream.of(row).sum() * (double) Arrays.stream(counts).mapToInt(
					one -> one[of]).sum() / all);
			}
		return smallest;
	}

	/** Difference in % and its interval by patients; empty cells unless there are two groups. */
	private Object[] difference(final Sign sign, final List<FractureVertebra> all) {
		final List<List<Cluster>> clusters = new ArrayList<>();
		for (final String group : groups) {
			final Map<String, int[]> patients = new LinkedHashMap<>();
			for (final FractureVertebra vertebra : all) {
				final Optional<Presence> said = sign.of().apply(vertebra);
				if (!vertebra.group().equals(group) || said.isEmpty() || said.get() == Presence.NOT_ASSESSABLE) continue;
				final int[] counts = patients.computeIfAbsent(vertebra.caseId(), none -> new int[2]);
				counts[0] += said.get() == Presence.PRESENT ? 1 : 0;
				counts[1]++;
			}
			if (!patients.isEmpty()) clusters.add(patients.values().stream().map(counts -> new Cluster(counts[0], counts[1]))
				.toList());
		}
		if (clusters.size() != 2) return new Object[] { "", "", "" };
		final ClusteredDifference.Result result = ClusteredDifference.withDefaults().of(clusters.get(0), clusters.get(1));
		return new Object[] { 100 * result.difference(), 100 * result.interval().lower(), 100 * result.interval().upper() };
	}

	/** Signs of which every vertebra has one: one test of all, instead of one each. */
	private void addTable(final ResultTable.Builder table, final String reader, final String name,
		final List<FractureVertebra> all, final List<Sign> exclusive)
	{
		final List<FractureVertebra> one = all.stream().filter(vertebra -> exclusive.stream().filter(sign -> sign.of().apply(
			vertebra).filter(Presence.PRESENT::equals).isPresent()).count() == 1).toList();
		if (one.isEmpty()) return;
		final int[][] counts = groups.stream().map(group -> exclusive.stream().mapToInt(sign -> count(one.stream().filter(
			vertebra -> vertebra.group().equals(group)).toList(), sign, Presence.PRESENT)).toArray()).toArray(int[][]::new);
		final String note = one.size() < all.size() ? (all.size() - one.size()) + " vertebrae without exactly one are left out"
			: "";
		final List<TestRow> rows = List.of(TestRow.run("Pearson chi-square", Role.FITS, () -> ChiSquareTest.withDefaults().test(
			CountTable.of(counts)), note), TestRow.run("Fisher exact", Role.FITS, () -> FisherExactTest.withDefaults().test(
				CountTable.of(counts)), note));
		rows.forEach(row -> table.row(reader, name, row.test(), row.statistic(), row.df(), row.p(), row.role().text(), String
			.join(" against ", groups), "", "", "", row.notes()));
	}
}
