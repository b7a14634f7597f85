package io.github.vertebraj.reading.store;

import static io.github.vertebraj.reading.store.StudyExample.T5;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.vertebraj.reading.store.StudyExample.TestClock;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.ReadingKey;

/** Truncated, foreign, newer and hand-edited files: named, left untouched, and the rest of the study opens. */
class DamageTest {

	private static final ReadingKey KEY = new ReadingKey("P1", "kim", 1);

	@TempDir
	Path root;
	private StudyFolder study;
	private Path file;
	private Path trail;

	@BeforeEach
	void create() throws IOException {
		study = StudyExample.create(root);
		for (final String id : List.of("P1", "P2"))
			StudyExample.readAll(study.desk("kim", 1), id, Rating.METASTASIS);
		file = study.layout().reading(KEY);
		trail = study.layout().trail(KEY);
	}

	private static void change(final Path path, final UnaryOperator<String> how) throws IOException {
		Files.writeString(path, how.apply(Files.readString(path)));
	}

	private StudyReadings load() throws IOException {
		return StudyReadings.load(StudyExample.reopen(root, new TestClock()));
	}

	/** The reading is left out, its file is named and stays as it is, and it cannot be opened for changes. */
	private void assertBad(final Path named, final String part) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		final StudyReadings readings = load();
		assertEquals(1, readings.readings().size());
		assertEquals("P2", readings.readings().get(0).key().caseId());
		final Problem problem = readings.problems().get(readings.problems().size() - 1);
		assertEquals(named, problem.file());
		assertTrue(problem.message().contains(part), problem.message());
		final Desk desk = StudyExample.reopen(root, new TestClock()).desk("kim", 1);
		final String message = assertThrows(StudyFileException.class, () -> desk.open("P1", OpenRequest.USUAL))
			.getMessage();
		assertTrue(message.contains(named.toString()), message);
		assertEquals(WorklistItem.State.DAMAGED, desk.worklist().stream().filter(item -> item.caseId().equals("P1"))
			.findFirst().get().state());
		assertArrayEquals(bytes, Files.readAllBytes(file));
		assertTrue(Files.notExists(study.layout().lock(KEY)));
	}

	@Test
	void truncatedAtAnyByte() throws IOException {
		final byte[] whole = Files.readAllBytes(file);
		for (int size = 0; size < whole.length - 2; size += 97) {
			Files.write(file, Arrays.copyOf(whole, size));
			assertBad(file, "it is ");
		}
		// what is cut can be made again from the trail
		Files.delete(file);
		study.desk("kim", 1).open("P1", OpenRequest.USUAL).close();
		assertArrayEquals(whole, Files.readAllBytes(file));
	}

	/** Whatever is done to a file, the study opens, nothing but an IOException comes, and other readings are there. */
	@ParameterizedTest
	@ValueSource(strings = { "readings/kim/session-1/P1.json", "readings/kim/session-1/P1.trail.jsonl", "cases/P1.json",
		"readings/kim/session-1/P1.lock", "study.trail.jsonl" })
	void anyDamageIsSurvived(final String name) throws IOException {
		final Random random = new Random(name.hashCode());
		final Path damaged = root.resolve(name);
		if (name.endsWith(".lock")) Files.write(damaged, JsonText.file(LockHolder.here("kim", Instant.EPOCH).toJson()));
		final boolean isTrail = name.contains("P1.trail");
		final byte[] whole = Files.readAllBytes(damaged);
		final String[] pieces = { "null", "[]", "{}", "-1", "1e999", "\"\"", "true", "99999999999", "\n", "\u0000", ",", "{" };
		for (int i = 0; i < 100; i++) {
			final String text = new String(whole, StandardCharsets.UTF_8);
			final int at = random.nextInt(text.length());
			final int end = Math.min(text.length(), at + random.nextInt(12));
			final String changed = random.nextBoolean() ? text.substring(0, at) + pieces[random.nextInt(pieces.length)] + text
				.substring(end) : replaceValue(text, at, pieces[random.nextInt(pieces.length)]);
			Files.writeString(damaged, changed.replaceFirst(",\\s*\"checksum\": \"\\w+\"", ""));
			if (isTrail) Files.deleteIfExists(file);
			final StudyFolder opened = StudyExample.reopen(root, new TestClock());
			assertTrue(StudyReadings.load(opened).reading(new ReadingKey("P2", "kim", 1)).isPresent());
			assertEquals(opened.cases().size(), opened.desk("kim", 1).worklist().size());
			try {
				AuditTrail.of(opened);
				AuditTrail.of(opened, KEY);
				if (opened.cases().containsKey("P1")) opened.desk("kim", 1).open("P1", OpenRequest.USUAL).abandon();
			}
			catch (final IOException e) {
				assertTrue(e.getMessage().contains(root.toString()), e.getMessage());
			}
		}
	}

	/** Another value behind the next colon. */
	private static String replaceValue(final String text, final int from, final String value) {
		final int colon = text.indexOf(':', from);
		if (colon < 0) return text;
		int end = colon + 1;
		while (end < text.length() && ",}\n".indexOf(text.charAt(end)) < 0)
			end++;
		return text.substring(0, colon + 1) + value + text.substring(end);
	}

	@Test
	void foreignFiles() throws IOException {
		Files.writeString(file, "[1, 2]");
		assertBad(file, "no JSON object");
		Files.write(file, new byte[] { (byte) 0x89, 'P', 'N', 'G', (byte) 0xff });
		assertBad(file, "not UTF-8");
		Files.writeString(file, "{\"name\": \"somebody\"}");
		assertBad(file, "vertebraj-reading");
		Files.copy(root.resolve("cases/P1.json"), file, StandardCopyOption.REPLACE_EXISTING);
		assertBad(file, "vertebraj-case");
		Files.copy(study.layout().reading(new ReadingKey("P2", "kim", 1)), file,
			StandardCopyOption.REPLACE_EXISTING);
		assertBad(file, "case P2, reader kim, session 1, but lies where case P1");
	}

	@Test
	void newerFilesAreRefusedPolitely() throws IOException {
		change(file, text -> text.replace("\"version\": 1", "\"version\": 2"));
		assertBad(file, "please update VertebraJ");
		change(root.resolve("cases/P3.json"), text -> text.replace("\"version\": 1", "\"version\": 7"));
		final StudyFolder opened = StudyExample.reopen(root, new TestClock());
		assertEquals(List.of("P1", "P2", "P4"), List.copyOf(opened.cases().keySet()));
		assertTrue(opened.problems().get(0).toString().contains("P3.json: it was written by a newer VertebraJ"));
		change(root.resolve("protocol.json"), text -> text.replace("\"version\": 1", "\"version\": 2"));
		final String message = assertThrows(StudyFileException.class, () -> StudyExample.reopen(root, new TestClock()))
			.getMessage();
		assertTrue(message.contains("protocol.json") && message.contains("update"), message);
	}

	@Test
	void changesByHandAreNoticedAndAcceptedWhenMeant() throws IOException {
		change(file, text -> text.replace("\"rating\": 2", "\"rating\": 1"));
		assertBad(file, "delete the member \"checksum\"");
		change(file, text -> text.replaceFirst(",\\s*\"checksum\": \"\\w+\"", ""));
		assertEquals(Rating.DOUBTFUL, load().reading(KEY).get().rating(T5).get());
		try (OpenReading open = study.desk("kim", 1).open("P1", OpenRequest.USUAL)) {
			assertTrue(open.notices().get(0).contains("by hand"), open.notices().toString());
			assertTrue(open.undoable().isEmpty());
		}
		final List<AuditTrail.Line> lines = AuditTrail.of(study, KEY);
		final AuditTrail.Line last = lines.get(lines.size() - 1);
		assertEquals("change from outside accepted T5_VB {\"rating\":2} {\"rating\":1}", String.join(" ", last.kind(), last
			.what(), last.from(), last.to()));
		assertEquals(List.of(), load().problems());
	}

	@Test
	void layoutAndByteOrderMarkOfAnEditorDoNotMatter() throws IOException {
		change(file, text -> "\ufeff" + text.replaceAll("\\s*\\n\\s*", "\r\n"));
		assertEquals(List.of(), load().problems());
		study.desk("kim", 1).open("P1", OpenRequest.USUAL).close();
	}

	@Test
	void valuesThatDoNotExist() throws IOException {
		final String without = Files.readString(file).replaceFirst(",\\s*\"checksum\": \"\\w+\"", "");
		Files.writeString(file, without.replace("\"rating\": 2", "\"rating\": 4"));
		assertBad(file, "segment T5_VB: No rating 4");
		Files.writeString(file, without.replace("\"rating\": 2", "\"rating\": 1.5"));
		assertBad(file, "'rating' must be a whole number, but is 1.5");
		Files.writeString(file, without.replace("\"rating\": 2", "\"rating\": \"2\""));
		assertBad(file, "but is \"2\"");
		Files.writeString(file, without.replace("\"T5_VB\"", "\"T14_VB\""));
		assertBad(file, "T14_VB");
		Files.writeString(file, without.replace("\"segments\": {", "\"segments\": [").replaceFirst("}\\s*}\\s*$", "}]}"));
		assertBad(file, "");
	}

	@Test
	void damagedTrails() throws IOException {
		final String good = Files.readString(trail);
		Files.delete(file);
		change(trail, text -> text.replaceFirst("\"rating\":2", "\"rating\":"));
		assertThrows(StudyFileException.class, () -> study.desk("kim", 1).open("P1", OpenRequest.USUAL));
		assertTrue(load().problems().get(0).message().contains("damaged"));
		Files.writeString(trail, good.lines().filter(line -> !line.contains("\"entry\":1,\"time\"")).reduce("", (one,
			two) -> one + two + "\n"));
		assertTrue(load().problems().get(0).message().contains("entry 2 follows entry 0"), load().problems().toString());
		assertEquals(1, load().readings().size());
	}

	@Test
	void aLostTrailIsNamedButTheReadingIsWhole() throws IOException {
		Files.delete(trail);
		assertEquals(2, load().readings().size());
		assertEquals(trail, load().problems().get(0).file());
		final String message = assertThrows(StudyFileException.class, () -> study.desk("kim", 1).open("P1",
			OpenRequest.USUAL)).getMessage();
		assertTrue(message.contains("put it back"), message);
		change(file, text -> text.replaceFirst("\"trailBytes\": \\d+", "\"trailBytes\": 0").replaceFirst(
			",\\s*\"checksum\": \"\\w+\"", ""));
		study.desk("kim", 1).open("P1", OpenRequest.USUAL).close();
		assertEquals(List.of(), load().problems());
		assertEquals(53, load().reading(KEY).get().ratedCount());
	}

	@Test
	void anOlderCopyOfATrailIsNoticed() throws IOException {
		change(trail, text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
		assertTrue(load().problems().get(0).message().contains("has lost its end"));
		final String message = assertThrows(StudyFileException.class, () -> study.desk("kim", 1).open("P1",
			OpenRequest.USUAL)).getMessage();
		assertTrue(message.contains("older copy"), message);
	}

	@Test
	void strangersInTheFolderDoNoHarm() throws IOException {
		Files.writeString(root.resolve("readings/Thumbs.db"), "x");
		Files.createDirectories(root.resolve("readings/park/session-1"));
		Files.writeString(root.resolve("readings/kim/session-1/.DS_Store"), "x");
		Files.writeString(root.resolve("readings/kim/session-1/notes.txt"), "x");
		Files.writeString(root.resolve("readings/kim/session-1/P1 (conflicted copy).json"), "x");
		Files.writeString(root.resolve("cases/P9.json"), "{\"schema\": \"vertebraj-case\", \"version\": 1, \"case\": \"P8\"}");
		final StudyReadings readings = load();
		assertEquals(2, readings.readings().size());
		final String problems = readings.problems().toString();
		for (final String name : List.of("park", "P1 (conflicted copy).json", "P9.json"))
			assertTrue(problems.contains(name), problems);
	}

	@Test
	void aFolderThatIsNoStudy(@TempDir final Path other) {
		final String message = assertThrows(StudyFileException.class, () -> StudyFolder.open(other)).getMessage();
		assertTrue(message.contains("protocol.json"), message);
		assertThrows(StudyFileException.class, () -> StudyFolder.open(other.resolve("missing")));
		assertThrows(StudyFileException.class, () -> StudyFolder.create(root, StudyExample.PROTOCOL, "chief"));
	}

	@Test
	void jsonBeyondTheStandardIsRefused() {
		for (final String text : List.of("{a: 1}", "{'a': 1}", "{\"a\": NaN}", "{\"a\": 1} {}", "{\"a\": 1", "// no\n{}",
			"", " ", "\u0000"))
			assertThrows(IllegalArgumentException.class, () -> JsonText.parse(text.getBytes(StandardCharsets.UTF_8)), text);
	}
}
