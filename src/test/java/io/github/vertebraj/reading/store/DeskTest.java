package io.github.vertebraj.reading.store;

import static io.github.vertebraj.reading.store.StudyExample.L1;
import static io.github.vertebraj.reading.store.StudyExample.T5;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.vertebraj.reading.store.StudyExample.QuickFiles;
import io.github.vertebraj.reading.store.StudyExample.TestClock;
import io.github.vertebraj.reading.store.WorklistItem.State;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;

class DeskTest {

	@TempDir
	Path root;
	private final TestClock clock = new TestClock();
	private StudyFolder study;

	@BeforeEach
	void create() throws IOException {
		study = StudyExample.create(root.resolve("study"), new QuickFiles(), clock);
	}

	@Test
	void readingGoesOnWhereItWasLeft() throws IOException {
		final Desk desk = study.desk("kim", 1);
		final List<String> order = desk.worklist().stream().map(WorklistItem::caseId).toList();
		assertEquals(order.get(0), desk.next().get());
		StudyExample.readAll(desk, order.get(0), Rating.METASTASIS);
		try (OpenReading open = desk.open(order.get(1), OpenRequest.USUAL)) {
			open.apply(Edits.rate(open.reading(), T5, Rating.DOUBTFUL));
		}
		final Desk tomorrow = StudyExample.reopen(root.resolve("study"), clock).desk("kim", 1);
		assertEquals(List.of(State.FINISHED, State.STARTED, State.NOT_STARTED, State.NOT_STARTED), tomorrow.worklist()
			.stream().map(WorklistItem::state).toList());
		assertEquals(1, tomorrow.worklist().get(1).rated());
		assertEquals(53, tomorrow.worklist().get(2).total());
		assertEquals(order.get(1), tomorrow.next().get());
		try (OpenReading open = tomorrow.open(order.get(1), OpenRequest.USUAL)) {
			assertTrue(open.undo());
			assertTrue(open.reading().findings().isEmpty());
			assertTrue(open.redo());
			assertFalse(open.redo());
		}
		assertEquals(Rating.DOUBTFUL, tomorrow.view(order.get(1)).rating(T5).get());
	}

	@Test
	void theSecondSessionWaitsForTheWashout() throws IOException {
		final Desk second = study.desk("kim", 2);
		assertRefused("has not been read", second);
		try (OpenReading open = study.desk("kim", 1).open("P1", OpenRequest.USUAL)) {
			assertRefused("is not finished", second);
		}
		StudyExample.readAll(study.desk("kim", 1), "P1", Rating.METASTASIS);
		clock.pass(Duration.ofDays(13));
		assertRefused("ends on 2026-03-15", second);
		// days of the calendar: the fourteenth begins at midnight
		clock.pass(Duration.ofHours(13));
		second.open("P1", OpenRequest.USUAL).close();
		assertTrue(AuditTrail.of(study, new ReadingKey("P1", "kim", 2)).stream().noneMatch(line -> line.kind().equals(
			"washout override")));
	}

	private static void assertRefused(final String part, final Desk desk) {
		final String message = assertThrows(WashoutException.class, () -> desk.open("P1", OpenRequest.USUAL)).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void anEarlySessionIsRecordedWithItsReason() throws IOException {
		StudyExample.readAll(study.desk("kim", 1), "P1", Rating.METASTASIS);
		study.desk("kim", 2).open("P1", OpenRequest.USUAL.overridingWashout("the reader moves away")).close();
		final AuditTrail.Line line = AuditTrail.of(study, new ReadingKey("P1", "kim", 2)).get(1);
		assertEquals("washout override", line.kind());
		assertTrue(line.reason().endsWith("Reason: the reader moves away"), line.reason());
		// once begun it goes on, but the first session is closed for good
		study.desk("kim", 2).open("P1", OpenRequest.USUAL).close();
		assertThrows(WashoutException.class, () -> study.desk("kim", 1).open("P1", OpenRequest.USUAL));
		assertThrows(IllegalArgumentException.class, () -> OpenRequest.USUAL.overridingWashout(" "));
	}

	/** Whatever the first session holds, the second shows the same, even when it cannot be read at all. */
	@Test
	void theSecondSessionDoesNotKnowTheFirst() throws IOException {
		StudyExample.readAll(study.desk("kim", 1), "P1", Rating.METASTASIS);
		StudyExample.readAll(study.desk("lee", 1), "P1", Rating.DOUBTFUL);
		final Desk second = study.desk("kim", 2);
		final Reading unread = second.view("P1");
		assertTrue(unread.findings().isEmpty());
		final List<WorklistItem> list = second.worklist();
		Files.writeString(study.layout().reading(new ReadingKey("P1", "kim", 1)), "secret");
		assertEquals(unread, second.view("P1"));
		assertEquals(list, second.worklist());
		final String message = assertThrows(WashoutException.class, () -> second.open("P1", OpenRequest.USUAL))
			.getMessage();
		assertTrue(message.contains("cannot be read"), message);
	}

	@Test
	void theRestIsRecordedSegmentBySegment() throws IOException {
		StudyExample.readAll(study.desk("kim", 1), "P1", Rating.METASTASIS);
		final List<AuditTrail.Line> trail = AuditTrail.of(study, new ReadingKey("P1", "kim", 1));
		assertEquals("begin", trail.get(0).kind());
		final AuditTrail.Line rated = trail.get(1);
		assertEquals("kim rate T5_VB {} {\"rating\":2} 2026-03-01T12:00:00.123Z", String.join(" ", rated.who(), rated
			.kind(), rated.what(), rated.from(), rated.to(), rated.time().toString()));
		assertEquals(52, trail.stream().filter(line -> line.kind().equals("mark the rest probably benign")).count());
		assertEquals("\"open\" \"finished\"", trail.get(54).from() + " " + trail.get(54).to());
	}

	@Test
	void aCaseIsOpenOnce() throws IOException {
		final Desk desk = study.desk("kim", 1);
		try (OpenReading open = desk.open("P1", OpenRequest.USUAL)) {
			final LockedException refused = assertThrows(LockedException.class, () -> desk.open("P1", OpenRequest.USUAL));
			assertEquals("kim", refused.holder().get().who());
			assertFalse(refused.holder().get().isGone());
			open.apply(Edits.rate(open.reading(), T5, Rating.DOUBTFUL));
			// seen by all meanwhile
			assertEquals(Rating.DOUBTFUL, desk.view("P1").rating(T5).get());
			assertEquals(1, StudyReadings.load(study).readings().get(0).ratedCount());
		}
		desk.open("P1", OpenRequest.USUAL).close();
	}

	@Test
	void whoWasTakenOverNoticesAndLosesNothing() throws IOException {
		final Desk desk = study.desk("kim", 1);
		final OpenReading first = desk.open("P1", OpenRequest.USUAL);
		first.apply(Edits.rate(first.reading(), T5, Rating.DOUBTFUL));
		try (OpenReading other = desk.open("P1", OpenRequest.USUAL.takingOver("the other room is locked"))) {
			assertTrue(other.notices().get(0).contains("the other room is locked"), other.notices().toString());
			other.apply(Edits.rate(other.reading(), L1, Rating.BENIGN));
			assertThrows(ConflictException.class, () -> first.apply(Edits.rate(first.reading(), L1, Rating.METASTASIS)));
			assertTrue(first.hasUnsaved());
			assertEquals(Rating.METASTASIS, first.reading().rating(L1).get());
			first.saveCopy(root.resolve("copy.json"));
			assertThrows(ConflictException.class, first::close);
			first.abandon();
		}
		assertEquals(Rating.BENIGN, desk.view("P1").rating(L1).get());
		assertTrue(Files.readString(root.resolve("copy.json")).contains("\"rating\": 2"));
		desk.open("P1", OpenRequest.USUAL).close();
	}

	/** A lock of a program that surely runs no more is taken over by itself; of one elsewhere never. */
	@Test
	void staleLocks() throws IOException {
		final Desk desk = study.desk("kim", 1);
		final ReadingKey key = new ReadingKey("P1", "kim", 1);
		final LockHolder own = LockHolder.here("kim", clock.instant());
		assumeFalse(own.host().startsWith("localhost"), "this computer's name tells nothing");
		final LockHolder ended = new LockHolder("kim", own.host(), own.pid(), "2001-01-01T00:00:00Z", own.since(), "x");
		assertTrue(ended.isGone());
		new DurableFiles().create(study.layout().lock(key), JsonText.file(ended.toJson()));
		try (OpenReading open = desk.open("P1", OpenRequest.USUAL)) {
			assertTrue(open.notices().get(0).contains("runs no more"), open.notices().toString());
		}
		final LockHolder elsewhere = new LockHolder("kim", "ward7", own.pid(), "", own.since(), "x");
		Files.write(study.layout().lock(key), JsonText.file(elsewhere.toJson()));
		final String message = assertThrows(LockedException.class, () -> desk.open("P1", OpenRequest.USUAL)).getMessage();
		assertTrue(message.contains("kim on ward7 since 2026-03-01"), message);
		Files.write(study.layout().lock(key), new byte[0]);
		assertEquals(Optional.empty(), assertThrows(LockedException.class, () -> desk.open("P1", OpenRequest.USUAL))
			.holder());
		desk.open("P1", OpenRequest.USUAL.takingOver("power cut")).close();
	}

	@Test
	void aTrailThatGrewBehindOurBackIsAConflict() throws IOException {
		final OpenReading open = study.desk("kim", 1).open("P1", OpenRequest.USUAL);
		final Path trail = study.layout().trail(open.reading().key());
		final byte[] before = Files.readAllBytes(trail);
		Files.writeString(trail, "{}\n", StandardOpenOption.APPEND);
		assertThrows(ConflictException.class, () -> open.apply(Edits.rate(open.reading(), T5, Rating.DOUBTFUL)));
		Files.write(trail, before);
		open.close();
		assertEquals(Rating.DOUBTFUL, study.desk("kim", 1).view("P1").rating(T5).get());
	}

	@Test
	void whatTheStudyDoesNotHave() {
		assertThrows(IllegalArgumentException.class, () -> study.desk("park", 1));
		assertThrows(IllegalArgumentException.class, () -> study.desk("kim", 3));
		assertThrows(IllegalArgumentException.class, () -> study.desk("kim", 1).view("P9"));
	}
}
