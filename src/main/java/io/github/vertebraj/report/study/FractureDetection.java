package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.vertebraj.reading.analysis.FractureVertebra;
import io.github.vertebraj.reading.study.FractureSign;
import io.github.vertebraj.reading.study.Modality;
import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.study.TestRow.Role;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.PAdjustment;
import io.github.vertebraj.statistics.count.ChiSquareTest;
import io.github.vertebraj.statistics.count.CochranQTest;
import io.github.vertebraj.statistics.count.McNemarTest;

/**
 * In how many vertebrae each modality shows a sign. The paper tests the modalities and all of them together as if they
 * were different vertebrae; since they are the same ones, Cochran's Q and McNemar's test fit, without the combined
 * reading, which is no reading of its own.
 */
final class FractureDetection {

	private static final String COMBINED = "combined";

	private final FractureSigns signs;

	FractureDetection(final FractureSigns signs) {
		this.signs = signs;
	}

	/** Who reads: a modality, or all together. */
	private static Map<String, Function<FractureVertebra, Optional<Presence>>> readings(final FractureSign sign) {
		final Map<String, Function<FractureVertebra, Optional<Presence>>> readings = new LinkedHashMap<>();
		for (final Modality modality : Modality.values())
			readings.put(modality.key(), vertebra -> vertebra.sign(sign, modality));
		readings.put(COMBINED, vertebra -> vertebra.combined(sign));
		return readings;
	}

	private interface Action {

		void accept(String reader, String group, FractureSign sign, List<FractureVertebra> vertebrae);
	}

	private void forEach(final Action action) {
		signs.byReader().forEach((reader, all) -> {
			for (final String group : signs.groups())
				for (final FractureSign sign : FractureSign.values()) {
					final List<FractureVertebra> of = all.stream().filter(vertebra -> vertebra.group().equals(group)).toList();
					if (of.stream().anyMatch(vertebra -> vertebra.combined(sign).isPresent())) action.accept(reader, group, sign,
						of);
				}
		});
	}

	private static int count(final List<FractureVertebra> vertebrae,
		final Function<FractureVertebra, Optional<Presence>> reading, final Presence presence)
	{
		return (int) vertebrae.stream().filter(vertebra -> reading.apply(vertebra).filter(presence::equals).isPresent())
			.count();
	}

	ResultTable counts() {
		final ResultTable.Builder table = ResultTable.builder("Detection by modality", "reader", "group", "sign", "modality",
			"vertebrae", "present", "absent", "not assessable", "not recorded", "detected (%)");
		forEach((reader, group, sign, vertebrae) -> readings(sign).forEach((name, reading) -> {
			final int present = count(vertebrae, reading, Presence.PRESENT);
			final int absent = count(vertebrae, reading, Presence.ABSENT);
			final int not = count(vertebrae, reading, Presence.NOT_ASSESSABLE);
			table.row(reader, group, sign.key(), name, vertebrae.size(), present, absent, not, vertebrae.size() - present -
				absent - not, present + absent == 0 ? Double.NaN : 100.0 * present / (present + absent));
		}));
		return table.build();
	}

	ResultTable tests() {
		final ResultTable.Builder table = ResultTable.builder("Tests of detection", "reader", "group", "sign", "test",
			"modalities", "statistic", "df", "p", "Holm-adjusted p", "why", "vertebrae", "notes");
		forEach((reader, group, sign, vertebrae) -> {
			final var readings = readings(sign);
			readings.values().removeIf(reading -> vertebrae.stream().noneMatch(vertebra -> isAssessable(reading.apply(
				vertebra))));
			final List<String> single = readings.keySet().stream().filter(name -> !name.equals(COMBINED)).toList();
			if (single.size() < 2) return;
			final TestRow paper = TestRow.run("Pearson chi-square", Role.PAPER, () -> ChiSquareTest.withDefaults().test(CountTable
				.of(readings.values().stream().map(reading -> new int[] { count(vertebrae, reading, Presence.PRESENT), count(
					vertebrae, reading, Presence.ABSENT) }).toArray(int[][]::new))),
				"takes the readings of the same vertebrae for those of different ones");
			add(table, reader, group, sign, String.join(", ", readings.keySet()), paper, "", vertebrae.size());
			final int[][] paired = paired(vertebrae, single.stream().map(readings::get).toList());
			final TestRow cochran = TestRow.run("Cochran Q", Role.FITS, () -> CochranQTest.withDefaults().test(paired),
				"vertebrae that every modality can assess");
			add(table, reader, group, sign, String.join(", ", single), cochran, "", paired.length);
			addPairs(table, reader, group, sign, single, vertebrae, readings);
		});
		return table.build();
	}

	private static boolean isAssessable(final Optional<Presence> said) {
		return said.isPresent() && said.get() != Presence.NOT_ASSESSABLE;
	}

	/** 1 for present and 0 for absent, of the vertebrae that all those readings can assess. */
	private static int[][] paired(final List<FractureVertebra> vertebrae,
		final List<Function<FractureVertebra, Optional<Presence>>> readings)
	{
		return vertebrae.stream().filter(vertebra -> readings.stream().allMatch(reading -> isAssessable(reading.apply(
			vertebra)))).map(vertebra -> readings.stream().mapToInt(reading -> reading.apply(vertebra).get() == Presence.PRESENT
				? 1 : 0).toArray()).toArray(int[][]::new);
	}

	private static void addPairs(final ResultTable.Builder table, final String reader, final String group,
		final FractureSign sign, final List<String> single, final List<FractureVertebra> vertebrae,
		final Map<String, Function<FractureVertebra, Optional<Presence>>> readings)
	{
		final List<String> names = new ArrayList<>();
		final List<TestRow> rows = new ArrayList<>();
		final List<Integer> sizes = new ArrayList<>();
		for (int i = 0; i < single.size(); i++)
			for (int j = i + 1; j < single.size(); j++) {
				final int[][] both = paired(vertebrae, List.of(readings.get(single.get(i)), readings.get(single.get(j))));
				names.add(single.get(i) + ", " + single.get(j));
				sizes.add(both.length);
				rows.add(TestRow.run("McNemar", Role.FITS, () -> McNemarTest.withDefaults().test(column(both, 0), column(both,
					1))));
			}
		final double[] adjusted = PAdjustment.HOLM.adjust(rows.stream().mapToDouble(TestRow::p).toArray());
		for (int i = 0; i < rows.size(); i++)
			add(table, reader, group, sign, names.get(i), rows.get(i), adjusted[i], sizes.get(i));
	}

	private static int[] column(final int[][] values, final int index) {
		return Arrays.stream(values).mapToInt(row -> row[index]).toArray();
	}

	private static void add(final ResultTable.Builder table, final String reader, final String group,
		final FractureSign sign, final String modalities, final TestRow row, final Object adjusted, final int vertebrae)
	{
		table.row(reader, group, sign.key(), row.test(), modalities, row.statistic(), row.df(), row.p(), adjusted, row.role()
			.text(), vertebrae, row.notes());
	}
}
