package io.github.vertebraj.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.github.vertebraj.reading.store.AuditTrail;
import io.github.vertebraj.reading.store.LockedException;
import io.github.vertebraj.reading.store.OpenRequest;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.store.WashoutException;
import io.github.vertebraj.reading.store.WorklistItem;
import io.github.vertebraj.reading.study.Criterion;
import io.github.vertebraj.reading.study.EditKind;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.LevelEdits;
import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.Segment;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationModelTest {

	@TempDir
	private Path folder;
	private StudyFolder study;
	private AnnotationModel model;

	@BeforeEach
	void open() throws IOException {
		study = ExampleStudy.create(folder);
		model = ExampleStudy.model(study, "kim", 1);
		model.open("P1", OpenRequest.USUAL);
	}

	private ShownCase shown() {
		return model.state().shown().orElseThrow();
	}

	private String selected() {
		return shown().selected().name();
	}

	private void rateAll(final String caseId, final Rating first) throws IOException {
		model.open(caseId, OpenRequest.USUAL);
		model.rate(first);
		assertTrue(model.edit(Edits::restBenign));
		assertTrue(model.finish());
	}

	@Test
	void aRatingAdvances() {
		assertEquals("C1_VB", selected());
		model.rate(Rating.METASTASIS);
		assertEquals("C1_PE", selected());
		model.rate(Rating.BENIGN);
		assertEquals("C2_VB", selected());
		assertEquals("2 of 53 rated", shown().progress());
		assertEquals(Optional.of(Rating.METASTASIS), shown().reading().rating(Segment.of("C1_VB")));
	}

	@Test
	void arrowsMoveAndStayAtTheEnds() {
		model.move(Move.UP);
		assertEquals("C1_VB", selected());
		model.move(Move.RIGHT);
		model.move(Move.DOWN);
		assertEquals("C2_PE", selected());
		model.move(Move.LEFT);
		assertEquals("C2_VB", selected());
		model.move(Move.LAST);
		assertEquals("S5_VB", selected());
		model.move(Move.RIGHT);
		model.move(Move.DOWN);
		model.move(Move.NEXT);
		assertEquals("S5_VB", selected());
		model.select(Segment.of("L5_PE"));
		model.move(Move.DOWN);
		assertEquals("S1_VB", selected());
		model.move(Move.FIRST);
		assertEquals("C1_VB", selected());
	}

	@Test
	void undoAndRedoGoToTheSegment() {
		model.rate(Rating.METASTASIS);
		model.move(Move.LAST);
		model.undo();
		assertEquals("C1_VB", selected());
		assertEquals(0, shown().reading().ratedCount());
		model.redo();
		assertEquals(1, shown().reading().ratedCount());
		model.redo();
		assertEquals("There is nothing to redo.", model.state().message());
	}

	@Test
	void nextUnratedBeginsAgainAtTheTop() {
		model.rate(Rating.BENIGN);
		model.move(Move.LAST);
		model.rate(Rating.BENIGN);
		model.nextUnrated();
		assertEquals("C1_PE", selected());
		model.edit(Edits::restBenign);
		model.nextUnrated();
		assertEquals("All segments are rated.", model.state().message());
	}

	@Test
	void everyStepIsOnTheDisk() throws IOException {
		model.rate(Rating.DOUBTFUL);
		model.change((reading, segment) -> Edits.criterion(reading, segment, Criterion.HALO, Optional.of(Presence.PRESENT)));
		// as after kill -9: the files as they are, while the model still has the case open
		final StudyFolder other = StudyFolder.open(folder);
		final ShownCase there = shown();
		assertEquals(there.reading(), other.desk("kim", 1).view("P1"));
		assertEquals(SaveState.SAVED, model.state().saving());
	}

	@Test
	void theRestIsOneRecordedStep() throws IOException {
		model.rate(Rating.METASTASIS);
		assertTrue(model.edit(Edits::restBenign));
		assertEquals("53 of 53 rated", shown().progress());
		assertEquals(52, AuditTrail.of(study, new ReadingKey("P1", "kim", 1)).stream().filter(line -> line.kind().equals(
			EditKind.REST_BENIGN.key())).count());
		model.undo();
		assertEquals("1 of 53 rated", shown().progress());
	}

	@Test
	void finishingNeedsAllRatings() {
		assertFalse(model.finish());
		assertTrue(model.state().message().startsWith("53 of 53 segments of case P1, reader kim, session 1 are not rated"),
			model.state().message());
		model.edit(Edits::restBenign);
		assertTrue(model.finish());
		assertTrue(shown().isFinished());
		assertFalse(shown().isEditable());
		model.rate(Rating.METASTASIS);
		assertTrue(model.state().message().contains("is finished; reopen it"), model.state().message());
		assertTrue(model.edit(reading -> Edits.reopen(reading, "mistyped")));
		assertTrue(shown().isEditable());
	}

	@Test
	void levelsAreShifted() {
		model.select(Segment.of("L2_VB"));
		model.rate(Rating.METASTASIS);
		model.select(Segment.of("L1_VB"));
		model.shift(LevelEdits.Direction.DOWN, false);
		assertEquals(Optional.of(Rating.METASTASIS), shown().reading().rating(Segment.of("L3_VB")));
		model.shift(LevelEdits.Direction.UP, true);
		assertEquals(Optional.of(Rating.METASTASIS), shown().reading().rating(Segment.of("L2_VB")));
		model.select(Segment.of("S5_VB"));
		model.rate(Rating.METASTASIS);
		model.shift(LevelEdits.Direction.DOWN, true);
		assertTrue(model.state().message().contains("S5_VB would be lost"), model.state().message());
		assertEquals(Optional.of(Rating.METASTASIS), shown().reading().rating(Segment.of("S5_VB")));
	}

	@Test
	void theWorklistHasTheReadersOrderAndGoesOnWhereItWasLeft() throws IOException {
		final List<String> order = model.state().worklist().stream().map(WorklistItem::caseId).toList();
		assertEquals(study.desk("kim", 1).worklist().stream().map(WorklistItem::caseId).toList(), order);
		model.rate(Rating.BENIGN);
		model.rate(Rating.BENIGN);
		final WorklistItem item = model.state().worklist().stream().filter(one -> one.caseId().equals("P1")).findFirst()
			.orElseThrow();
		assertEquals(2, item.rated());
		model.close();
		final AnnotationModel again = ExampleStudy.model(StudyFolder.open(folder), "kim", 1);
		assertEquals(Optional.of("P1"), again.desk().next());
		again.open("P1", OpenRequest.USUAL);
		assertEquals("C2_VB", again.state().shown().orElseThrow().selected().name());
		again.close();
	}

	@Test
	void sessionTwoNeverShowsSessionOneAndWaitsForTheWashout() throws IOException {
		model.close();
		rateAll("P1", Rating.METASTASIS);
		model.close();
		final AnnotationModel second = ExampleStudy.model(study, "kim", 2);
		final WashoutException refused = assertThrows(WashoutException.class, () -> second.open("P1", OpenRequest.USUAL));
		assertTrue(refused.getMessage().contains("washout of 14 days"), refused.getMessage());
		second.open("P1", OpenRequest.USUAL.overridingWashout("reader leaves"));
		assertEquals(0, second.state().shown().orElseThrow().reading().ratedCount());
		assertTrue(AuditTrail.of(study, new ReadingKey("P1", "kim", 2)).stream().anyMatch(line -> line.reason().contains(
			"reader leaves")));
		second.close();
	}

	@Test
	void aCaseThatIsOpenElsewhereIsOnlyShown() throws IOException {
		model.rate(Rating.BENIGN);
		final AnnotationModel other = ExampleStudy.model(StudyFolder.open(folder), "kim", 1);
		assertThrows(LockedException.class, () -> other.open("P1", OpenRequest.USUAL));
		other.look("P1");
		final ShownCase seen = other.state().shown().orElseThrow();
		assertEquals(1, seen.reading().ratedCount());
		assertFalse(seen.isEditable());
		other.rate(Rating.METASTASIS);
		assertEquals("The case is not open for changes.", other.state().message());
	}

	@Test
	void whatCannotBeWrittenIsToldAndKept() throws IOException {
		model.rate(Rating.BENIGN);
		final Path lock = folder.resolve("readings/kim/session-1/P1.lock");
		final byte[] ours = Files.readAllBytes(lock);
		Files.delete(lock);
		model.rate(Rating.DOUBTFUL);
		assertEquals(SaveState.Kind.FAILED, model.state().saving().kind());
		assertTrue(model.state().saving().message().contains("its lock file is gone"), model.state().saving().message());
		assertEquals(2, shown().reading().ratedCount());
		assertThrows(IOException.class, model::close);
		assertEquals(2, shown().reading().ratedCount());
		final Path copy = folder.resolve("copy.json");
		model.saveCopy(copy);
		assertTrue(Files.readString(copy).contains("C1_PE"));
		Files.write(lock, ours);
		model.save();
		assertEquals(SaveState.SAVED, model.state().saving());
		model.close();
		assertEquals(2, StudyFolder.open(folder).desk("kim", 1).view("P1").ratedCount());
	}

	@Test
	void listenersSeeEachState() {
		final List<Integer> counts = new ArrayList<>();
		model.listen(state -> counts.add(state.shown().map(shown -> shown.reading().ratedCount()).orElse(-1)));
		model.rate(Rating.BENIGN);
		assertEquals(0, counts.get(0));
		assertEquals(1, counts.get(counts.size() - 1));
		assertEquals(2, new HashSet<>(counts).size());
	}

	/** What is shown is what is on the disk, whatever is done. */
	@Test
	void theMirrorAgreesWithTheFile() throws IOException {
		final Random random = new Random(7);
		for (int i = 0; i < 300; i++) {
			switch (random.nextInt(7)) {
				case 0, 1 -> model.rate(Rating.ofScore(random.nextInt(3)));
				case 2 -> model.undo();
				case 3 -> model.redo();
				case 4 -> model.select(shown().reading().segments().get(random.nextInt(53)));
				case 5 -> model.shift(random.nextBoolean() ? LevelEdits.Direction.UP : LevelEdits.Direction.DOWN, random
					.nextBoolean());
				default -> model.change((reading, segment) -> Edits.note(reading, segment, "n" + random.nextInt(5)));
			}
			if (i % 50 == 0) assertEquals(shown().reading(), study.desk("kim", 1).view("P1"));
		}
		final ShownCase last = shown();
		model.close();
		model.open("P1", OpenRequest.USUAL);
		assertEquals(last.reading(), shown().reading());
		assertEquals(last.undoable(), shown().undoable());
	}
}
