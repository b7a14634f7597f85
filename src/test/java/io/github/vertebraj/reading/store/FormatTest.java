package io.github.vertebraj.reading.store;

import static io.github.vertebraj.reading.store.StudyExample.T5;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

import io.github.vertebraj.reading.FractureShape;
import io.github.vertebraj.reading.store.StudyExample.TestClock;
import io.github.vertebraj.reading.study.Criterion;
import io.github.vertebraj.reading.study.Edit;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.FractureSign;
import io.github.vertebraj.reading.study.LesionType;
import io.github.vertebraj.reading.study.LevelEdits;
import io.github.vertebraj.reading.study.LevelEdits.Direction;
import io.github.vertebraj.reading.study.Measurement;
import io.github.vertebraj.reading.study.Modality;
import io.github.vertebraj.reading.study.Position;
import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.RandomEdits;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.ReadingStatus;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.SignAt;
import io.github.vertebraj.reading.study.StudyCase;

/** What stands in the files, and files of other versions. */
class FormatTest {

	private static final ReadingKey KEY = new ReadingKey("P1", "kim", 1);

	@TempDir
	Path root;

	private Path reading() {
		return root.resolve("readings/kim/session-1/P1.json");
	}

	private Path trail() {
		return root.resolve("readings/kim/session-1/P1.trail.jsonl");
	}

	/** The example of docs/study-format.md. */
	@Test
	void aReadingReadsLikeThis() throws IOException {
		final StudyFolder study = StudyExample.create(root);
		try (OpenReading open = study.desk("kim", 1).open("P1", OpenRequest.USUAL)) {
			open.apply(Edits.rate(open.reading(), T5, Rating.METASTASIS));
			open.apply(Edits.type(open.reading(), T5, Optional.of(LesionType.LYTIC)));
			open.apply(Edits.criterion(open.reading(), T5, Criterion.HALO, Optional.of(Presence.PRESENT)));
			open.apply(Edits.shape(open.reading(), T5, Optional.of(FractureShape.WEDGE)));
			open.apply(Edits.sign(open.reading(), T5, new SignAt(FractureSign.FRACTURE_LINE, Modality.CT), Optional.of(
				Presence.NOT_ASSESSABLE)));
			open.apply(Edits.position(open.reading(), T5, Optional.of(Position.of(1.5, -20, 300))));
			open.apply(Edits.measured(open.reading(), T5, List.of(new Measurement("T5_VB lesion", "Mean (10^-3 mm^2/s)",
				Double.NaN))));
		}
		final String page = Files.readString(Path.of("docs", "study-format.md"));
		final int start = page.indexOf("```json\n{\n") + 8;
		assertEquals(page.substring(start, page.indexOf("```", start)), Files.readString(reading()));
		assertTrue(page.contains(Files.readAllLines(trail()).get(1)));
		final List<String> lines = Files.readAllLines(trail());
		assertEquals("{\"entry\":1,\"time\":\"2026-03-01T12:00:00.123Z\",\"who\":\"kim\",\"action\":\"do\",\"kind\":\"rate\"" +
			",\"changes\":[{\"segment\":\"T5_VB\",\"from\":{},\"to\":{\"rating\":2}}]}", lines.get(1));
	}

	@Test
	void everythingComesBack() throws IOException {
		final StudyFolder study = StudyExample.create(root);
		for (int seed = 0; seed < 30; seed++) {
			final RandomEdits edits = new RandomEdits(seed);
			Reading reading = study.desk("kim", 1).view("P1");
			for (int i = 0; i < 100; i++) {
				final Optional<Edit> edit = edits.next(reading);
				if (edit.isPresent() && reading.status() == ReadingStatus.OPEN) reading =
					reading.with(edit.get());
			}
			study.importReading(reading, Instant.EPOCH);
			assertEquals(reading, StudyReadings.load(study).readings().get(0));
			Files.delete(reading());
		}
	}

	@Test
	void protocolAndCasesComeBack() throws IOException {
		final StudyFolder study = StudyExample.create(root);
		final StudyFolder again = StudyExample.reopen(root, new TestClock());
		assertEquals(study.protocol(), again.protocol());
		assertEquals(study.cases(), again.cases());
		assertEquals(Double.NaN, again.studyCase("P4").numbers().get("BMI (kg/m^2)"));
		final List<AuditTrail.Line> trail = AuditTrail.of(study);
		assertEquals(List.of("protocol.json", "cases/P1.json", "cases/P2.json", "cases/P3.json", "cases/P4.json"), trail
			.stream().map(AuditTrail.Line::what).toList());
		assertEquals("chief", trail.get(0).who());
	}

	@Test
	void changesOfCasesAreRecordedAndNeverOverwritten() throws IOException {
		StudyExample.create(root);
		final StudyFolder one = StudyExample.reopen(root, new TestClock());
		final StudyFolder other = StudyExample.reopen(root, new TestClock());
		final StudyCase older = one.studyCase("P1").with(70, one.studyCase("P1").sex().get(), "lung");
		one.saveCases(List.of(older), "chief", "typing error");
		final List<AuditTrail.Line> trail = AuditTrail.of(one);
		final AuditTrail.Line last = trail.get(trail.size() - 1);
		assertEquals("{\"ageYears\":61,\"primary\":\"breast\"} {\"ageYears\":70,\"primary\":\"lung\"} typing error", last
			.from() + " " + last.to() + " " + last.reason());
		assertThrows(ConflictException.class, () -> other.saveCases(List.of(StudyCase.of("P1")), "chief", ""));
		assertThrows(IllegalArgumentException.class, () -> one.saveCases(List.of(StudyCase.of("p1")), "chief", ""));
		assertThrows(IllegalArgumentException.class, () -> one.saveCases(List.of(StudyCase.of("P7"), StudyCase.of("P8")
			.withNumber("weight", 70)), "chief", ""));
		assertTrue(Files.notExists(root.resolve("cases/P7.json")));
	}

	private static void add(final Path file, final String after, final String member) throws IOException {
		final String text = Files.readString(file);
		assertTrue(text.contains(after), text);
		Files.writeString(file, text.replaceFirst(Pattern.quote(after), Matcher
			.quoteReplacement(after + member)).replaceFirst(",\\s*\"checksum\": \"\\w+\"", ""));
	}

	/** Members that a later program adds without a new version stay where they are, through edits, shifts and undo. */
	@Test
	void unknownFieldsAreKept() throws IOException {
		final StudyFolder study = StudyExample.create(root);
		try (OpenReading open = study.desk("kim", 1).open("P1", OpenRequest.USUAL)) {
			open.apply(Edits.rate(open.reading(), T5, Rating.METASTASIS));
		}
		add(reading(), "\"status\": \"open\",", "\"mood\": {\"level\": [1.50, null, \"ü\"]},");
		add(reading(), "\"rating\": 2", ", \"certainty\": 12345678901234567890.5");
		add(root.resolve("protocol.json"), "\"name\": \"DWI\",", "\"sponsor\": \"none\",");
		add(root.resolve("cases/P1.json"), "\"case\": \"P1\",", "\"dose\": 1e3,");
		final StudyFolder again = StudyExample.reopen(root, new TestClock());
		final Protocol changed = again.protocol().withNumbers(List.of("BMI (kg/m^2)", "T-score"));
		again.changeProtocol(changed, "chief", "T-scores came later");
		again.saveCases(List.of(again.studyCase("P1").withNumber("T-score", -2.5)), "chief", "");
		try (OpenReading open = again.desk("kim", 1).open("P1", OpenRequest.USUAL)) {
			open.apply(LevelEdits.shift(open.reading(), Direction.UP));
			open.apply(Edits.note(open.reading(), Segment.of("T4_VB"), "moved"));
			open.undo();
			open.redo();
		}
		final String text = Files.readString(reading()).replaceAll("\\s+", "");
		assertTrue(text.contains("\"mood\":{\"level\":[1.50,null,\"ü\"]}"), text);
		assertTrue(text.contains("\"T4_VB\":{\"rating\":2,\"note\":\"moved\",\"certainty\":12345678901234567890.5}"), text);
		assertTrue(Files.readString(root.resolve("protocol.json")).contains("\"sponsor\": \"none\""));
		assertTrue(Files.readString(root.resolve("cases/P1.json")).contains("\"dose\": 1e3"));
	}

	/** A later program that calls the note {@code remark} and the seed {@code order}. */
	private static final Schema.Set LATER = new Schema.Set(new Schema("vertebraj-protocol", List.of(object -> rename(
		object, "order", "seed"))), new Schema("vertebraj-case", List.of(UnaryOperator.identity())), new Schema(
			"vertebraj-reading", List.of(object -> {
				final JsonObject segments = object.getAsJsonObject("segments");
				Members.map(segments).forEach((name, finding) -> rename(finding.getAsJsonObject(), "remark", "note"));
				return object;
			})));

	private static JsonObject rename(final JsonObject object, final String from, final String to) {
		if (object.has(from)) object.add(to, object.remove(from));
		return object;
	}

	private static void replace(final Path file, final String... pairs) throws IOException {
		String text = Files.readString(file).replaceFirst(",\\s*\"checksum\": \"\\w+\"", "");
		for (int i = 0; i < pairs.length; i += 2)
			text = text.replace(pairs[i], pairs[i + 1]);
		Files.writeString(file, text);
	}

	@Test
	void olderVersionsOpenAndGoOn() throws IOException {
		final StudyFolder old = StudyExample.create(root);
		final OpenReading killed = old.desk("kim", 1).open("P1", OpenRequest.USUAL);
		killed.apply(Edits.note(killed.reading(), T5, "first"));
		killed.save();
		killed.apply(Edits.note(killed.reading(), T5, "second"));
		killed.abandon();
		replace(root.resolve("protocol.json"), "\"seed\"", "\"order\"");
		// the trail's new length, or the file would not know where it went on
		final int before = Files.readString(trail()).indexOf("{\"entry\":2");
		replace(trail(), "\"note\":\"", "\"remark\":\"");
		replace(reading(), "\"note\"", "\"remark\"", "\"trailBytes\": " + before, "\"trailBytes\": " + Files.readString(
			trail()).indexOf("{\"entry\":2"));
		final Clock clock = new TestClock();
		final StudyFolder later = StudyFolder.open(root, LATER, new DurableFiles(), clock);
		assertEquals(42, later.protocol().seed());
		final String untouched = Files.readString(reading());
		assertEquals("second", StudyReadings.load(later).reading(KEY).get().finding(T5).note());
		assertEquals(List.of(), StudyReadings.load(later).problems());
		assertEquals(untouched, Files.readString(reading()));
		try (OpenReading open = later.desk("kim", 1).open("P1", OpenRequest.USUAL)) {
			assertEquals("second", open.reading().finding(T5).note());
			open.apply(Edits.note(open.reading(), T5, "third"));
		}
		assertTrue(Files.readString(reading()).contains("\"version\": 2"));
		try (OpenReading open = later.desk("kim", 1).open("P1", OpenRequest.USUAL)) {
			assertTrue(open.undo());
			assertEquals("second", open.reading().finding(T5).note());
		}
		assertEquals(List.of("begin", "note", "note", "go on in another version", "note", "note"), AuditTrail.of(later, KEY)
			.stream().map(AuditTrail.Line::kind).toList());
		replace(root.resolve("protocol.json"), "\"order\"", "\"seed\"");
		final String message = assertThrows(StudyFileException.class, () -> StudyExample.reopen(root, clock).desk("kim", 1)
			.view("P1")).getMessage();
		assertTrue(message.contains("update VertebraJ"), message);
	}
}
