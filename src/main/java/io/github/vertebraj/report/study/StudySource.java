package io.github.vertebraj.report.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.vertebraj.reading.analysis.FractureVertebra;
import io.github.vertebraj.reading.analysis.RatingRow;
import io.github.vertebraj.reading.analysis.ReaderStudy;
import io.github.vertebraj.reading.analysis.ReaderStudyBuilder;
import io.github.vertebraj.reading.analysis.SegmentFinding;
import io.github.vertebraj.reading.analysis.StudyFolderSource;
import io.github.vertebraj.reading.analysis.StudyPatient;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.store.StudyReadings;
import io.github.vertebraj.reading.study.LesionType;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.report.DataColumn;
import io.github.vertebraj.report.DataTable;
import io.github.vertebraj.report.DelimitedFile;

/**
 * What a study folder or a long table holds: ratings of two sessions, signs of fracture, or both.
 * <ul>
 * <li>A table of ratings has the columns {@code case, reader, session, level, site, rating} and may have {@code invisible},
 * {@code type} and {@code truth}.</li>
 * <li>A table of signs has {@code case, level, group, sign, finding} and may have {@code modality} and {@code reader}: one
 * row for each vertebra, sign and modality. The sign {@code shape} has wedge, biconcave, flat or none as its finding,
 * {@code grade} none, mild, moderate or severe; neither has a modality.</li>
 * <li>{@code cases.csv} beside it has {@code case} and may have {@code age, sex, primary, type}; further columns are
 * covariates. {@code truth.csv} beside it, or in a study folder, has {@code case, level, site, truth}.</li>
 * </ul>
 *
 * @param ratings   empty when there are none
 * @param vertebrae empty when no sign was recorded
 * @param patients  by id
 */
public record StudySource(String title, Optional<ReaderStudy> ratings, List<FractureVertebra> vertebrae,
	SortedMap<String, StudyPatient> patients)
{

	private static final Set<String> KNOWN = Set.of("case", "age", "sex", "primary", "type");

	/**
	 * Reads a study folder or a table.
	 *
	 * @throws IOException              if a file cannot be read
	 * @throws IllegalArgumentException if a cell cannot be used, or the sessions rate different segments
	 */
	public static StudySource read(final Path path) throws IOException {
		return Files.isDirectory(path) ? ofFolder(path) : ofTable(path);
	}

	private static StudySource ofFolder(final Path path) throws IOException {
		final StudyFolder folder = StudyFolder.open(path);
		final StudyReadings readings = StudyReadings.load(folder);
		final List<FractureVertebra> vertebrae = StudyFolderSource.vertebrae(folder, readings);
		final ReaderStudyBuilder builder = StudyFolderSource.fill(new ReaderStudyBuilder(folder.protocol().name()), folder,
			readings);
		readTruth(path.resolve("truth.csv"), builder);
		final SortedMap<String, StudyPatient> patients = new TreeMap<>();
		folder.cases().values().forEach(one -> patients.put(one.id(), StudyFolderSource.patient(one)));
		final boolean isOfFracturesOnly = !vertebrae.isEmpty() && readings.readings().stream().allMatch(reading -> reading
			.ratedCount() == 0);
		return new StudySource(folder.protocol().name(), isOfFracturesOnly ? Optional.empty() : Optional.of(builder.build()),
			vertebrae, patients);
	}

	private static StudySource ofTable(final Path file) throws IOException {
		final LongTable table = new LongTable(DelimitedFile.read(file));
		final String title = file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "");
		final Path beside = file.toAbsolutePath().getParent();
		final SortedMap<String, StudyPatient> patients = readCases(beside.resolve("cases.csv"));
		if (table.has("sign")) return new StudySource(title, Optional.empty(), vertebrae(table), patients);
		table.need("case", "reader", "session", "level", "site", "rating");
		final ReaderStudyBuilder builder = new ReaderStudyBuilder(title);
		patients.values().forEach(builder::patient);
		int unrated = 0;
		for (int row = 0; row < table.rows(); row++) {
			final Segment segment = segment(table, row);
			final String caseId = table.required("case", row);
			table.flag("truth", row).ifPresent(truth -> builder.truth(caseId, segment, truth));
			if (table.text("rating", row).isEmpty()) {
				unrated++;
				if (table.flag("invisible", row).orElse(false)) builder.hidden(caseId, table.required("reader", row), session(table,
					row), segment);
			}
			else builder.row(new RatingRow(caseId, table.required("reader", row), session(table, row), segment, finding(table,
				row)));
		}
		if (unrated > 0) builder.note("Rows without a rating, left out: " + unrated +
			"; those that are invisible count for the quality");
		table.table().notes().forEach(builder::note);
		if (!table.has("truth")) readTruth(beside.resolve("truth.csv"), builder);
		return new StudySource(title, Optional.of(builder.build()), List.of(), patients);
	}

	private static Segment segment(final LongTable table, final int row) {
		try {
			return new Segment(table.level(row), table.site(row));
		}
		catch (final IllegalArgumentException e) {
			if (e.getMessage().startsWith("Table")) throw e;
			throw table.wrong("site", row, "cannot be used: " + e.getMessage());
		}
	}

	private static int session(final LongTable table, final int row) {
		final int session = table.whole("session", row);
		if (session < 1) throw table.wrong("session", row, "is 0; sessions are counted from 1");
		return session;
	}

	private static SegmentFinding finding(final LongTable table, final int row) {
		final int score = table.whole("rating", row);
		if (score > 2) throw table.wrong("rating", row, "is " + score +
			"; ratings are 0 (probably benign), 1 (doubtful) and 2 (probably metastasis)");
		return new SegmentFinding(Rating.ofScore(score), table.flag("invisible", row).orElse(false), type(table, row));
	}

	private static Optional<LesionType> type(final LongTable table, final int row) {
		final String text = table.text("type", row).toLowerCase(Locale.ROOT);
		if (text.isEmpty()) return Optional.empty();
		try {
			return Optional.of(LesionType.of(text));
		}
		catch (final IllegalArgumentException e) {
			throw table.wrong("type", row, "cannot be used: " + e.getMessage());
		}
	}

	private static void readTruth(final Path file, final ReaderStudyBuilder builder) throws IOException {
		if (!Files.exists(file)) return;
		final LongTable table = new LongTable(DelimitedFile.read(file));
		table.need("case", "level", "site", "truth");
		for (int i = 0; i < table.rows(); i++) {
			final int row = i;
			table.flag("truth", row).ifPresent(truth -> builder.truth(table.required("case", row), segment(table, row), truth));
		}
	}

	private static SortedMap<String, StudyPatient> readCases(final Path file) throws IOException {
		final SortedMap<String, StudyPatient> patients = new TreeMap<>();
		if (!Files.exists(file)) return patients;
		final DataTable read = DelimitedFile.read(file);
		final LongTable table = new LongTable(read);
		final double[] ages = table.has("age") ? read.column("age").numbers() : new double[table.rows()];
		final Map<String, List<String>> further = covariates(read);
		for (int i = 0; i < table.rows(); i++) {
			final int row = i;
			final Map<String, String> covariates = new LinkedHashMap<>();
			further.forEach((header, texts) -> covariates.put(header, texts.get(row)));
			final String id = table.required("case", row);
			final boolean hasAge = !table.text("age", row).isEmpty();
			final StudyPatient patient = new StudyPatient(id, hasAge ? OptionalDouble.of(ages[row]) : OptionalDouble.empty(),
				table.text("sex", row), table.text("primary", row), type(table, row), covariates);
			if (patients.put(id, patient) != null) throw table.wrong("case", row, "is '" + id + "' for the second time");
		}
		return patients;
	}

	/** Further columns by header: numbers with a decimal point however they were written, else as they are. */
	private static Map<String, List<String>> covariates(final DataTable read) {
		final Map<String, List<String>> covariates = new LinkedHashMap<>();
		for (final String header : read.headers()) {
			if (KNOWN.contains(header.toLowerCase(Locale.ROOT))) continue;
			final DataColumn column = read.column(header);
			column.refuseSlips();
			final double[] numbers = column.isNumeric() ? column.numbers() : new double[0];
			final List<String> texts = new ArrayList<>();
			for (int row = 0; row < read.rowCount(); row++) {
				if (column.isMissing(row)) texts.add("");
				else texts.add(numbers.length > 0 ? Double.toString(numbers[row]) : column.texts().get(row));
			}
			covariates.put(header, texts);
		}
		return covariates;
	}

	private static List<FractureVertebra> vertebrae(final LongTable table) {
		table.need("case", "level", "group", "sign", "finding");
		final Map<String, SignRows> vertebrae = new LinkedHashMap<>();
		for (int row = 0; row < table.rows(); row++) {
			final String reader = table.text("reader", row);
			final String key = table.required("case", row) + "\n" + table.level(row) + "\n" + reader;
			vertebrae.computeIfAbsent(key, none -> new SignRows()).add(table, row);
		}
		final List<FractureVertebra> built = new ArrayList<>();
		vertebrae.values().forEach(rows -> built.add(rows.build()));
		return built;
	}
}
