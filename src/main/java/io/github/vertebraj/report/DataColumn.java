package io.github.vertebraj.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.vertebraj.report.DataTable.DecimalMark;
import io.github.vertebraj.report.DataTable.RowPlaces;

/**
 * A column of a {@link DataTable}.
 *
 * <p>
 * <b>Missing</b> is a cell that is empty or reads {@code NA}, {@code N/A}, {@code n/a}, {@code #N/A}, {@code #NV},
 * {@code NaN}, {@code nan}, {@code null}, {@code NULL}, {@code .} or {@code -}; the last only in a column without a cell
 * {@code +}, of which it is the opposite. Other words, such as {@code not assessable}, are values.
 *
 * <p>
 * <b>Decimal marks.</b> Where commas are allowed, a number may have one decimal point or one decimal comma. Numbers with
 * points beside numbers with commas, in the column or in the table, are refused: one of them is not what it seems.
 */
public final class DataColumn {

	private static final Set<String> MISSING = Set.of("", "NA", "N/A", "n/a", "#N/A", "#NV", "NaN", "nan", "null", "NULL",
		".");
	private static final String DASH = "-";
	private static final int NONE = -1;

	/** Categories may be numbered up to so many, beside some that are words. */
	private static final int MOST_NAMED_BY_NUMBER = 7;

	private final DataTable table;
	private final String name;
	private final CellTexts texts;
	private final DecimalMark decimalMark;
	private final RowPlaces places;
	private final boolean dashIsMissing;

	DataColumn(final DataTable table, final String name, final CellTexts texts, final DecimalMark decimalMark,
		final RowPlaces places)
	{
		this.table = table;
		this.name = name;
		this.texts = texts;
		this.decimalMark = decimalMark;
		this.places = places;
		dashIsMissing = texts.stream().noneMatch("+"::equals);
	}

	/** The header, with its unit. */
	public String name() {
		return name;
	}

	/** The cells from top to bottom as they were written, missing ones too, without white space around them. */
	public List<String> texts() {
		return texts;
	}

	/**
	 * Whether a cell is a missing value.
	 *
	 * @param row from 0
	 */
	public boolean isMissing(final int row) {
		return isMissing(texts.get(row));
	}

	private boolean isMissing(final String text) {
		return MISSING.contains(text) || dashIsMissing && text.equals(DASH);
	}

	/** Which decimal marks its numbers may have. */
	DecimalMark decimalMark() {
		return decimalMark;
	}

	/**
	 * Refuses a column of numbers and a few cells that are none: a slip of the pen would turn measurements into categories.
	 * A slip is a cell with a digit that is no number ({@code <0.5}, {@code 1,234} among decimal points), or a word beside
	 * many different numbers.
	 *
	 * @throws IllegalArgumentException naming the first cell that is no number
	 */
	public void refuseSlips() {
		final List<String> different = texts.stream().filter(text -> !isMissing(text)).distinct().toList();
		final long numbers = different.stream().filter(text -> NumberText.of(text) != NumberText.TEXT).count();
		final boolean isSlip = different.stream().anyMatch(text -> !isNumber(text) && text.matches(".*\\d.*"));
		if (2 * numbers > different.size() && (isSlip || numbers > MOST_NAMED_BY_NUMBER)) numbers();
	}

	private boolean isNumber(final String text) {
		final NumberText kind = NumberText.of(text);
		return kind != NumberText.TEXT && (kind != NumberText.COMMA || decimalMark == DecimalMark.POINT_OR_COMMA);
	}

	/** How many cells are missing values. */
	public int missing() {
		return (int) texts.stream().filter(this::isMissing).count();
	}

	/** Where a cell stands, for messages: {@code row 3 (line 4 of the file)}. */
	public String place(final int row) {
		return places.name(row);
	}

	/**
	 * Whether the column has values and all of them are numbers.
	 *
	 * @throws IllegalArgumentException if they are, but with decimal points and decimal commas mixed
	 */
	public boolean isNumeric() {
		final Survey survey = survey();
		if (survey.text != NONE || survey.values == 0) return false;
		refuseMixture(survey);
		return true;
	}

	/**
	 * The values as finite numbers, NaN where they are missing; all NaN in a column without values.
	 *
	 * @throws IllegalArgumentException if a cell is no finite number, or decimal points and decimal commas are mixed; names the
	 *                                  cell and what to do
	 */
	public double[] numbers() {
		final Survey survey = survey();
		if (survey.text != NONE) throw new IllegalArgumentException("'" + texts.get(survey.text) + "' in " + where(
			survey.text) + " is not a number; " + remedy(texts.get(survey.text)));
		refuseMixture(survey);
		final double[] numbers = new double[texts.size()];
		for (int row = 0; row < numbers.length; row++) {
			final String text = texts.get(row);
			numbers[row] = isMissing(text) ? Double.NaN : NumberText.parse(text);
			if (Double.isInfinite(numbers[row])) throw new IllegalArgumentException("'" + text + "' in " + where(row) +
				" is not finite; leave the cell empty if there is no value");
		}
		return numbers;
	}

	private String remedy(final String text) {
		if (text.indexOf('.') >= 0 && text.indexOf(',') >= 0) return "write it without a mark for thousands";
		if (decimalMark == DecimalMark.POINT && NumberText.of(text) == NumberText.COMMA) return "write it with a decimal " +
			"point, or split the cells of the file by semicolons or tabs";
		if (text.endsWith("%")) return "write it without the per cent sign, which belongs into the header";
		return "correct it, leave the cell empty if the value is missing, or choose a column of numbers";
	}

	/** What kinds of cells there are, and the first of each. */
	private static final class Survey {

		private int text = NONE;
		private int point = NONE;
		private int comma = NONE;
		private int values;
	}

	private Survey survey() {
		final Survey survey = new Survey();
		for (int row = 0; row < texts.size() && survey.text == NONE; row++) {
			final String text = texts.get(row);
			if (isMissing(text)) continue;
			survey.values++;
			final NumberText kind = NumberText.of(text);
			if (!isNumber(text)) survey.text = row;
			else if (kind == NumberText.POINT && survey.point == NONE) survey.point = row;
			else if (kind == NumberText.COMMA && survey.comma == NONE) survey.comma = row;
		}
		return survey;
	}

	private void refuseMixture(final Survey survey) {
		if (survey.point == NONE || decimalMark == DecimalMark.POINT) return;
		if (survey.comma != NONE) throw mixture(this, survey.comma, survey.point);
		for (final DataColumn other : table.columns()) {
			final Survey theirs = other == this ? survey : other.survey();
			if (theirs.text == NONE && theirs.comma != NONE) throw mixture(other, theirs.comma, survey.point);
		}
	}

	private IllegalArgumentException mixture(final DataColumn commas, final int comma, final int point) {
		return new IllegalArgumentException("'" + commas.texts.get(comma) + "' in " + commas.where(comma) +
			" has a decimal comma, but '" + texts.get(point) + "' in " + where(point) +
			" a point, which may be a decimal point or a mark for thousands; write all numbers the same way");
	}

	private String where(final int row) {
		return "column '" + name + "', " + place(row) + " of the table '" + table.title() + "'";
	}

	/**
	 * The different values, as texts: by size if the column is numeric, else in the order in which they appear. Numbers
	 * that are equal are one level, written as the first of them ({@code 1} and {@code 1.0}).
	 *
	 * @throws IllegalArgumentException as {@link #isNumeric}
	 */
	public List<String> levels() {
		return List.copyOf(levelsByValue().values());
	}

	/**
	 * The level of each row, as an index into {@link #levels}; -1 where the value is missing.
	 *
	 * @throws IllegalArgumentException as {@link #isNumeric}
	 */
	public int[] levelIndexes() {
		final boolean numeric = isNumeric();
		final Map<Object, Integer> indexes = new HashMap<>();
		levelsByValue().keySet().forEach(value -> indexes.put(value, indexes.size()));
		final int[] rows = new int[texts.size()];
		Arrays.setAll(rows, row -> isMissing(row) ? NONE : indexes.get(value(texts.get(row), numeric)));
		return rows;
	}

	private Map<Object, String> levelsByValue() {
		final boolean numeric = isNumeric();
		final Map<Object, String> levels = numeric ? new TreeMap<>() : new LinkedHashMap<>();
		for (final String text : texts)
			if (!isMissing(text)) levels.putIfAbsent(value(text, numeric), text);
		return levels;
	}

	/** What makes two cells the same level; 0 and -0 are equal. */
	private static Object value(final String text, final boolean numeric) {
		return numeric ? (Object) (NumberText.parse(text) + 0.0) : text;
	}

	@Override
	public String toString() {
		return "DataColumn[" + name + ", " + texts.size() + " rows]";
	}
}
