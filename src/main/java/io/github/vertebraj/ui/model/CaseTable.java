package io.github.vertebraj.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.vertebraj.reading.study.OtherFields;
import io.github.vertebraj.reading.study.Sex;
import io.github.vertebraj.reading.study.StudyCase;
import io.github.vertebraj.report.DataColumn;
import io.github.vertebraj.report.DataTable;

/**
 * The cases of a study as a table tells them: columns {@code case} (pseudonym), {@code age} (years), {@code sex} and
 * {@code primary}, of which the first is needed; every further column that holds numbers only is a number of the cases.
 * Columns of texts are left out, so that no name comes into a study by mistake.
 *
 * @param numbers names of the numbers, as the protocol declares them
 * @param leftOut headers of the columns that were not taken
 */
public record CaseTable(List<StudyCase> cases, List<String> numbers, List<String> leftOut) {

	private static final Set<String> KNOWN = Set.of("case", "age", "sex", "primary");

	public CaseTable {
		cases = List.copyOf(cases);
		numbers = List.copyOf(numbers);
		leftOut = List.copyOf(leftOut);
	}

	/**
	 * @throws IllegalArgumentException if there is no column {@code case}, a case stands twice or has no name, or a value
	 *                                  cannot be used
	 */
	public static CaseTable of(final DataTable table) {
		final DataColumn names = column(table, "case").orElseThrow(() -> new IllegalArgumentException("The table '" + table
			.title() + "' has no column 'case'; it must name the cases by pseudonyms. Its columns are " + table.headers()));
		final List<DataColumn> numbers = new ArrayList<>();
		final List<String> leftOut = new ArrayList<>();
		for (final DataColumn column : table.columns())
			if (!KNOWN.contains(key(column))) {
				if (column.isNumeric()) numbers.add(column);
				else leftOut.add(column.name());
			}
		final Builder builder = new Builder(names, column(table, "age").map(DataColumn::numbers), column(table, "sex"),
			column(table, "primary"), numbers.stream().map(DataColumn::numbers).toList(), numbers);
		final List<StudyCase> cases = IntStream.range(0, table.rowCount()).mapToObj(builder::read).toList();
		if (cases.isEmpty()) throw new IllegalArgumentException("The table '" + table.title() + "' has no row");
		checkTwice(table, cases);
		return new CaseTable(cases, numbers.stream().map(DataColumn::name).toList(), leftOut);
	}

	/** Cases of which the names alone are known, separated by commas or white space. */
	public static CaseTable ofNames(final String names) {
		final List<StudyCase> cases = NewStudy.words(names).stream().map(StudyCase::of).toList();
		return new CaseTable(cases, List.of(), List.of());
	}

	private static void checkTwice(final DataTable table, final List<StudyCase> cases) {
		final Map<String, String> ids = new LinkedHashMap<>();
		for (final StudyCase studyCase : cases)
			if (ids.put(studyCase.id().toLowerCase(Locale.ROOT), studyCase.id()) != null) throw new IllegalArgumentException(
				"The case '" + studyCase.id() + "' stands twice in the table '" + table.title() + "'; one row for each case");
	}

	/** Reads row by row; ages and numbers are NaN where the table has none. */
	private record Builder(DataColumn names, Optional<double[]> ages, Optional<DataColumn> sexes,
		Optional<DataColumn> primaries, List<double[]> values, List<DataColumn> numbers)
	{

		StudyCase read(final int row) {
			if (names.isMissing(row)) throw new IllegalArgumentException("No case is named in " + names.place(row));
			final Map<String, Double> known = new LinkedHashMap<>();
			for (int i = 0; i < values.size(); i++)
				if (!numbers.get(i).isMissing(row)) known.put(numbers.get(i).name(), values.get(i)[row]);
			final OptionalDouble age = ages.filter(years -> !Double.isNaN(years[row])).map(years -> OptionalDouble.of(
				years[row])).orElse(OptionalDouble.empty());
			return new StudyCase(names.texts().get(row), age, text(sexes, row).flatMap(CaseTable::sex), text(primaries, row)
				.orElse(""), known, Optional.empty(), OtherFields.NONE);
		}

		private static Optional<String> text(final Optional<DataColumn> column, final int row) {
			return column.filter(texts -> !texts.isMissing(row)).map(texts -> texts.texts().get(row));
		}
	}

	private static Optional<Sex> sex(final String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "f", "w" -> Optional.of(Sex.FEMALE);
			case "m" -> Optional.of(Sex.MALE);
			default -> Optional.of(Sex.of(text.toLowerCase(Locale.ROOT)));
		};
	}

	private static Optional<DataColumn> column(final DataTable table, final String name) {
		return table.columns().stream().filter(column -> key(column).equals(name)).findFirst();
	}

	/** The header without its unit: {@code Age (years)} is {@code age}. */
	private static String key(final DataColumn column) {
		return column.name().replaceFirst("\\s*\\([^()]*\\)$", "").toLowerCase(Locale.ROOT);
	}
}
