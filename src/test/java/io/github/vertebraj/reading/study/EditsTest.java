package io.github.vertebraj.reading.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.LevelEdits.Direction;
import io.github.vertebraj.reading.study.Spine.Sacrum;

class EditsTest {

	private static final Reading UNREAD = Reading.of(new ReadingKey("P07", "kim", 1), Spine.USUAL, EnumSet.of(Site.VB,
		Site.PE));

	private static Segment at(final String name) {
		return Segment.of(name);
	}

	private static Reading rated(final Reading reading, final String segment, final Rating rating) {
		return reading.with(Edits.rate(reading, at(segment), rating));
	}

	private static void assertRefused(final String part, final Runnable edit) {
		final String message = assertThrows(IllegalArgumentException.class, edit::run).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void theRestIsBenignInOneStep() {
		final Reading one = rated(UNREAD, "T3_PE", Rating.METASTASIS);
		final Edit rest = Edits.restBenign(one);
		assertEquals(52, rest.changes().size());
		final Reading all = one.with(rest);
		assertEquals(53, all.ratedCount());
		assertEquals(Rating.METASTASIS, all.rating(at("T3_PE")).get());
		assertEquals(one, all.with(rest.inverse()));
		assertTrue(Edits.restBenign(all).isEmpty());
	}

	@Test
	void nextUnratedGoesRound() {
		final Reading all = UNREAD.with(Edits.restBenign(UNREAD));
		assertEquals(Optional.empty(), all.nextUnrated(at("L1_VB")));
		final Reading butOne = all.with(Edits.rate(all, at("C2_PE"), Optional.empty()));
		assertEquals(at("C2_PE"), butOne.nextUnrated(at("S5_VB")).get());
		assertEquals(at("C2_PE"), butOne.nextUnrated(at("C1_VB")).get());
		assertEquals(List.of(at("C2_PE")), butOne.unrated());
	}

	@Test
	void finishingNeedsEveryRating() {
		assertRefused("53 of 53 segments", () -> Edits.finish(UNREAD));
		final Reading all = UNREAD.with(Edits.restBenign(UNREAD));
		final Reading finished = all.with(Edits.finish(all));
		assertRefused("finished", () -> rated(finished, "L1_VB", Rating.DOUBTFUL));
		assertRefused("reason", () -> Edits.reopen(finished, " "));
		assertEquals(all, finished.with(Edits.reopen(finished, "forgot T4")));
	}

	@Test
	void findingsMoveWithAllTheyHave() {
		final Reading marked = UNREAD.with(Edits.position(UNREAD, at("L2_VB"), Optional.of(Position.of(1, 2, 3))));
		final Reading noted = rated(marked.with(Edits.note(marked, at("L2_VB"), "cleft")), "L2_PE", Rating.DOUBTFUL);
		final Reading moved = noted.with(LevelEdits.shift(noted, Direction.UP));
		assertEquals(noted.finding(at("L2_VB")), moved.finding(at("L1_VB")));
		assertEquals(Rating.DOUBTFUL, moved.rating(at("L1_PE")).get());
		assertTrue(moved.finding(at("L2_VB")).isEmpty());
		assertEquals(noted, moved.with(LevelEdits.shift(moved, Direction.DOWN)));
	}

	@Test
	void onlyBenignRatingsFallOffTheSpine() {
		final Reading all = UNREAD.with(Edits.restBenign(UNREAD));
		final Edit down = LevelEdits.shift(all, Direction.DOWN);
		final Reading moved = all.with(down);
		// C1 is empty now, and the posterior element of L5 has none in the sacrum to go to
		assertEquals(List.of(at("C1_VB"), at("C1_PE")), moved.unrated());
		assertEquals(all, moved.with(down.inverse()));
		final Reading sacral = rated(all, "S5_VB", Rating.METASTASIS);
		assertRefused("S5_VB", () -> LevelEdits.shift(sacral, Direction.DOWN));
		final Reading posterior = rated(all, "L5_PE", Rating.DOUBTFUL);
		assertRefused("L5_PE", () -> LevelEdits.shift(posterior, Direction.DOWN));
	}

	@Test
	void aPartOfTheSpineMovesByItself() {
		final Reading two = rated(rated(UNREAD, "T12_VB", Rating.METASTASIS), "L3_VB", Rating.DOUBTFUL);
		final Reading moved = two.with(LevelEdits.shift(two, Direction.DOWN, VertebralLevel.L1, VertebralLevel.L5));
		assertEquals(Rating.DOUBTFUL, moved.rating(at("L4_VB")).get());
		assertEquals(Rating.METASTASIS, moved.rating(at("T12_VB")).get());
		assertRefused("T12_VB", () -> LevelEdits.shift(rated(two, "L1_VB", Rating.DOUBTFUL), Direction.UP,
			VertebralLevel.L1, VertebralLevel.L5));
		assertRefused("below", () -> LevelEdits.shift(two, Direction.UP, VertebralLevel.L5, VertebralLevel.L1));
		assertRefused("T13", () -> LevelEdits.shift(two, Direction.UP, VertebralLevel.T13, VertebralLevel.L1));
	}

	@Test
	void aCountedVertebraIsLostOnlyWhenUnremarkable() {
		final Spine eleven = new Spine(11, 5, Sacrum.PARTS);
		final Reading benign = rated(UNREAD, "T12_VB", Rating.BENIGN);
		final Reading changed = benign.with(LevelEdits.spine(benign, eleven));
		assertEquals(51, changed.segments().size());
		assertEquals(0, changed.ratedCount());
		assertEquals(benign, changed.with(LevelEdits.spine(benign, eleven).inverse()));
		assertRefused("T12_VB", () -> LevelEdits.spine(rated(UNREAD, "T12_VB", Rating.DOUBTFUL), eleven));
	}

	@Test
	void nothingIsAnEditOfNothing() {
		assertTrue(Edits.rate(UNREAD, at("L1_VB"), Optional.empty()).isEmpty());
		assertTrue(LevelEdits.shift(UNREAD, Direction.UP).isEmpty());
		assertTrue(LevelEdits.spine(UNREAD, Spine.USUAL).isEmpty());
	}

	@Test
	void segmentsThatAreNotRatedAreRefused() {
		assertRefused("T13_VB", () -> Edits.note(UNREAD, at("T13_VB"), "extra"));
		final Reading bodies = Reading.of(UNREAD.key(), Spine.USUAL, EnumSet.of(Site.VB));
		assertRefused("L1_PE", () -> Edits.rate(bodies, at("L1_PE"), Rating.DOUBTFUL));
	}

	@Test
	void aMeasurementTakesTheOldOnesPlace() {
		final Measurement old = new Measurement("L1_VB lesion", "Mean (HU)", 80);
		final Measurement other = new Measurement("L1_VB lesion", "SD (HU)", Double.NaN);
		final Reading first = UNREAD.with(Edits.measured(UNREAD, at("L1_VB"), List.of(other, old)));
		final Measurement again = new Measurement("L1_VB lesion", "Mean (HU)", 82);
		final Reading second = first.with(Edits.measured(first, at("L1_VB"), List.of(again)));
		assertEquals(List.of(again, other), second.finding(at("L1_VB")).measurements());
		assertRefused("twice", () -> Finding.EMPTY.withMeasurements(List.of(old, again)));
	}

	@Test
	void notAssessableIsNotAbsent() {
		final SignAt line = new SignAt(FractureSign.FRACTURE_LINE, Modality.CT);
		final Reading seen = UNREAD.with(Edits.sign(UNREAD, at("L1_VB"), line, Optional.of(Presence.NOT_ASSESSABLE)));
		assertEquals(Optional.of(Presence.NOT_ASSESSABLE), seen.finding(at("L1_VB")).sign(FractureSign.FRACTURE_LINE,
			Modality.CT));
		assertEquals(Optional.empty(), seen.finding(at("L1_VB")).sign(FractureSign.FRACTURE_LINE, Modality.MRI));
	}
}
