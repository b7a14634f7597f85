package io.github.vertebraj.reading.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.vertebraj.reading.Site;

class HistoryTest {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
	private static final Reading UNREAD = Reading.of(new ReadingKey("P07", "kim", 1), Spine.USUAL, EnumSet.of(Site.VB,
		Site.PE));
	private static final Segment L1 = Segment.of("L1_VB");

	private static History after(final History history, final Edit edit) {
		return history.with(history.entry(edit, NOON, "kim"));
	}

	/** Undo and redo against two stacks of whole readings; and the trail, replayed, is the same history. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void anyStepsCanBeTakenBackAndMadeAgain(final long seed) {
		final RandomEdits edits = new RandomEdits(seed);
		final Random random = new Random(-seed);
		final Deque<Reading> done = new ArrayDeque<>();
		final Deque<Reading> undone = new ArrayDeque<>();
		final List<AuditEntry> trail = new ArrayList<>();
		History history = History.of(UNREAD);
		for (int i = 0; i < 400; i++) {
			final History before = history;
			final boolean isOpen = before.reading().status() == ReadingStatus.OPEN;
			final int action = random.nextInt(4);
			final Optional<AuditEntry> entry = action == 0 ? before.undoEntry(NOON, "kim") : action == 1 ? before.redoEntry(
				NOON, "kim") : edits.next(before.reading()).filter(edit -> !edit.isEmpty()).map(edit -> before.entry(edit, NOON,
					"kim"));
			if (entry.isEmpty()) continue;
			if (!isOpen && entry.get().edit().kind() != EditKind.REOPEN) {
				assertThrows(IllegalArgumentException.class, () -> before.with(entry.get()));
				continue;
			}
			history = before.with(entry.get());
			trail.add(entry.get());
			if (entry.get().action() == AuditEntry.Action.UNDO) {
				undone.push(before.reading());
				assertEquals(done.pop(), history.reading());
			}
			else if (entry.get().action() == AuditEntry.Action.REDO) {
				done.push(before.reading());
				assertEquals(undone.pop(), history.reading());
			}
			else if (entry.get().edit().kind().isUndoable()) {
				done.push(before.reading());
				undone.clear();
			}
			assertEquals(done.isEmpty(), history.undoable().isEmpty());
			assertEquals(undone.isEmpty(), history.redoable().isEmpty());
		}
		History replayed = History.of(UNREAD);
		for (final AuditEntry entry : trail)
			replayed = replayed.with(entry);
		assertEquals(history.reading(), replayed.reading());
		assertEquals(history.undoable(), replayed.undoable());
		assertTrue(trail.size() > 50, trail.size() + " steps");
	}

	@Test
	void aNoteNeitherUndoesNorForgets() {
		History history = after(History.of(UNREAD), Edits.rate(UNREAD, L1, Rating.DOUBTFUL));
		history = history.with(history.undoEntry(NOON, "kim").get());
		history = after(history, Edit.note(EditKind.LOCK_TAKEN_OVER, "the computer broke down"));
		assertEquals(1, history.redoable().get().number());
		assertEquals(3, history.lastNumber());
	}

	@Test
	void anEditOfAnotherStateIsRefused() {
		final Edit edit = Edits.rate(UNREAD, L1, Rating.DOUBTFUL);
		final History history = after(History.of(UNREAD), edit);
		assertThrows(IllegalArgumentException.class, () -> after(history, edit));
	}

	@Test
	void entriesThatDoNotFollowAreRefused() {
		final History history = History.of(UNREAD);
		final AuditEntry entry = history.entry(Edits.rate(UNREAD, L1, Rating.DOUBTFUL), NOON, "kim");
		final History rated = history.with(entry);
		assertThrows(IllegalArgumentException.class, () -> rated.with(entry));
		final AuditEntry wrong = new AuditEntry(2, NOON, "kim", AuditEntry.Action.UNDO, 7, entry.edit().inverse());
		assertThrows(IllegalArgumentException.class, () -> rated.with(wrong));
	}
}
