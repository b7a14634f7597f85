package io.github.vertebraj.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.Position;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.Spine;

import org.junit.jupiter.api.Test;

class LevelPlacesTest {

	private static final Position L1 = new Position(1, -20, 90, Optional.of("1.2"));
	private static final Position L4 = new Position(4, -14, 0, Optional.of("1.2"));

	private static Reading with(final Position first, final Position last) {
		return Reading.of(new ReadingKey("P1", "kim", 1), Spine.USUAL, ExampleStudy.sites()).withFindings(Map.of(Segment.of(
			"L1_VB"), Finding.EMPTY.withPosition(Optional.of(first)), Segment.of("L4_PE"), Finding.EMPTY.withPosition(Optional
				.of(last))));
	}

	private static void assertPlace(final Position expected, final String segment) {
		assertEquals(Optional.ofNullable(expected), LevelPlaces.of(with(L1, L4), Segment.of(segment)));
	}

	@Test
	void aPlacedCentreIsTheSegmentsOwnOrItsVertebras() {
		assertPlace(L1, "L1_VB");
		assertPlace(L1, "L1_PE");
		assertPlace(L4, "L4_VB");
	}

	@Test
	void betweenTwoItIsDivided() {
		assertPlace(new Position(2, -18, 60, Optional.of("1.2")), "L2_VB");
		assertPlace(new Position(3, -16, 30, Optional.of("1.2")), "L3_PE");
	}

	@Test
	void beyondNothingIsGuessed() {
		assertPlace(null, "T12_VB");
		assertPlace(null, "L5_VB");
		assertEquals(Optional.empty(), LevelPlaces.of(with(L1, Position.of(4, -14, 0)), Segment.of("L2_VB")));
	}
}
