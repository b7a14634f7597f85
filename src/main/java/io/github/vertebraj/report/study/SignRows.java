package io.github.vertebraj.report.study;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import io.github.vertebraj.reading.FractureGrade;
import io.github.vertebraj.reading.FractureShape;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.analysis.FractureVertebra;
import io.github.vertebraj.reading.study.FractureSign;
import io.github.vertebraj.reading.study.Modality;
import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.reading.study.SignAt;

/** Collects the rows of one vertebra in a table of signs. */
final class SignRows {

	private static final String SHAPE = "shape";
	private static final String GRADE = "grade";

	private String caseId;
	private String group;
	private String reader;
	private VertebralLevel level;
	private Optional<FractureShape> shape = Optional.empty();
	private Optional<FractureGrade> grade = Optional.empty();
	private final Map<SignAt, Presence> signs = new TreeMap<>();

	/** @throws IllegalArgumentException if a cell cannot be used, says a thing twice, or contradicts an earlier row */
	void add(final LongTable table, final int row) {
		caseId = table.required("case", row);
		reader = table.text("reader", row).isEmpty() ? "all" : table.text("reader", row);
		level = table.level(row);
		final String said = table.required("group", row);
		if (group != null && !group.equals(said)) throw table.wrong("group", row, "is '" + said + "', but case " + caseId +
			" was of group '" + group + "' before");
		group = said;
		final String sign = table.required("sign", row);
		final String finding = table.text("finding", row);
		if (finding.isEmpty()) return;
		boolean isFirst;
		if (sign.equals(SHAPE)) {
			isFirst = shape.isEmpty();
			shape = Optional.of(value(table, "finding", row, FractureShape::of));
		}
		else if (sign.equals(GRADE)) {
			isFirst = grade.isEmpty();
			grade = Optional.of(value(table, "finding", row, FractureGrade::of));
		}
		else isFirst = signs.put(new SignAt(value(table, "sign", row, FractureSign::of), value(table, "modality", row,
			Modality::of)), value(table, "finding", row, Presence::of)) == null;
		if (!isFirst) throw table.wrong("sign", row, "('" + sign + "') was recorded before for " + caseId + " " + level);
	}

	/** What a cell says; a text that says nothing is refused by its own column. */
	private static <T> T value(final LongTable table, final String column, final int row, final Function<String, T> of) {
		final String text = table.required(column, row);
		try {
			return of.apply(text);
		}
		catch (final IllegalArgumentException e) {
			throw table.wrong(column, row, "cannot be used: " + e.getMessage());
		}
	}

	FractureVertebra build() {
		return new FractureVertebra(caseId, group, reader, level, shape, grade, signs);
	}
}
