package io.github.vertebraj.reading.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.study.LesionType;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.Spine;

import org.junit.jupiter.api.Test;

class ReaderStudyTest {

	private static RatingRow row(final String id, final String reader, final int session, final String segment,
		final int score)
	{
		return new RatingRow(id, reader, session, Segment.of(segment), finding(score));
	}

	private static SegmentFinding finding(final int score) {
		return new SegmentFinding(Rating.ofScore(score), false, Optional.empty());
	}

	private static ReaderStudy study(final RatingRow... rows) {
		final ReaderStudyBuilder builder = new ReaderStudyBuilder("test");
		List.of(rows).forEach(builder::row);
		return builder.build();
	}

	/** Counted without any class of ours: signs as a text, looked up in the arrows of the source's table. */
	private static int bruteForce(final int[] first, final int[] second) {
		final long[] change = new long[3];
		boolean benign = true;
		for (int i = 0; i < first.length; i++) {
			change[2 - first[i]]--;
			change[2 - second[i]]++;
			benign &= first[i] == 0 && second[i] == 0;
		}
		if (benign) return 14;
		final StringBuilder signs = new StringBuilder();
		for (final long one : change)
			signs.append(one < 0 ? '-' : one > 0 ? '+' : '0');
		return List.of("-0+", "--+", "0-+", "+-0", "+0-", "+--", "+-+", "-+0", "-++", "-+-", "0+-", "++-", "000").indexOf(
			signs.toString()) + 1;
	}

	@Test
	void aThousandRandomStudiesAgreeWithBruteForce() {
		final Random random = new Random(6);
		final int[] seen = new int[15];
		for (int study = 0; study < 1000; study++) {
			final Spine spine = new Spine(11 + random.nextInt(3), 5 + random.nextInt(2), Spine.Sacrum.PARTS);
			final int readers = 1 + random.nextInt(3);
			final int cases = 1 + random.nextInt(5);
			final ReaderStudyBuilder builder = new ReaderStudyBuilder("random");
			final Map<String, Integer> expected = new TreeMap<>();
			for (int reader = 0; reader < readers; reader++)
				for (int id = 0; id < cases; id++)
					for (final Site site : List.of(Site.VB, Site.PE)) {
						final List<Segment> all = spine.segments(java.util.EnumSet.of(site));
						final List<Segment> rated = all.subList(0, 1 + random.nextInt(all.size()));
						final double changing = random.nextDouble() * 0.3;
						final int[] first = new int[rated.size()];
						final int[] second = new int[rated.size()];
						final boolean isClean = random.nextInt(4) == 0;
						for (int i = 0; i < first.length; i++) {
							first[i] = isClean ? 0 : random.nextInt(3);
							second[i] = !isClean && random.nextDouble() < changing ? random.nextInt(3) : first[i];
							builder.row(new RatingRow("P" + id, "R" + reader, 1, rated.get(i), finding(first[i])));
							builder.row(new RatingRow("P" + id, "R" + reader, 2, rated.get(i), finding(second[i])));
						}
						expected.put("R" + reader + " " + site + " P" + id, bruteForce(first, second));
						seen[bruteForce(first, second)]++;
					}
			final ReaderStudy built = builder.build();
			final Map<String, Integer> found = new TreeMap<>();
			for (final String reader : built.readers())
				for (final Site site : built.sites())
					built.changes(reader, site).forEach(change -> found.put(reader + " " + site + " " + change.caseId(), change
						.category().number()));
			assertEquals(expected, found, "study " + study);
		}
		assertTrue(IntStream.rangeClosed(1, 14).allMatch(category -> seen[category] > 0), "every category must occur");
	}

	@Test
	void swapsThatCountingHidesAreCounted() {
		final ReaderStudy study = study(row("P1", "kim", 1, "T5_VB", 2), row("P1", "kim", 1, "T6_VB", 0), row("P1", "kim", 2,
			"T5_VB", 0), row("P1", "kim", 2, "T6_VB", 2));
		final PatientChange change = study.changes("kim", Site.VB).get(0);
		assertEquals(ChangeCategory.C13, change.category());
		assertEquals(2, change.changedSegments());
		assertTrue(change.isHiddenByCounting());
	}

	@Test
	void differentSegmentsAreAnErrorThatNamesThem() {
		final var e = assertThrows(IllegalArgumentException.class, () -> study(row("P7", "kim", 1, "T5_VB", 2), row("P7",
			"kim", 1, "T6_VB", 0), row("P7", "kim", 2, "T5_VB", 0), row("P7", "kim", 2, "L1_PE", 2)));
		assertEquals("Case P7, reader kim: the sessions rate different segments; the second lacks T6_VB; the first lacks" +
			" L1_PE; rate the same segments in both", e.getMessage());
	}

	@Test
	void aSegmentRatedTwiceIsAnError() {
		final var e = assertThrows(IllegalArgumentException.class, () -> study(row("P7", "kim", 1, "T5_VB", 2), row("P7",
			"kim", 1, "T5_VB", 2)));
		assertEquals("Case P7, reader kim, session 1: segment T5_VB is rated twice", e.getMessage());
	}

	@Test
	void aCaseOfOneSessionIsLeftOutAndSaid() {
		final ReaderStudy study = study(row("P1", "kim", 1, "C1_VB", 0), row("P1", "kim", 2, "C1_VB", 0), row("P2", "kim", 1,
			"C1_VB", 0), row("P1", "kim", 3, "C1_VB", 0));
		assertEquals(1, study.changes("kim", Site.VB).size());
		assertEquals(List.of("Sessions 1 and 2 are compared; left out: session [3]",
			"Reader kim has read in one session only, left out: case P2"), study.notes());
		assertThrows(IllegalArgumentException.class, () -> study(row("P1", "kim", 1, "C1_VB", 0)));
	}

	@Test
	void typesOfSegmentsMakeThatOfThePatient() {
		assertEquals(LesionType.UNKNOWN, TypeRule.of(List.of()));
		assertEquals(LesionType.LYTIC, TypeRule.of(List.of(LesionType.LYTIC, LesionType.UNKNOWN, LesionType.LYTIC)));
		assertEquals(LesionType.MIXED, TypeRule.of(List.of(LesionType.LYTIC, LesionType.BLASTIC)));
		assertEquals(LesionType.MIXED, TypeRule.of(List.of(LesionType.BLASTIC, LesionType.MIXED)));
	}

	@Test
	void qualityCountsVertebraeOfTheSecondSession() {
		final ReaderStudyBuilder builder = new ReaderStudyBuilder("quality");
		final List<String> hidden = new ArrayList<>(List.of("C1_VB", "C1_PE", "C2_PE", "T1_VB", "T2_VB", "T3_VB"));
		for (final Segment segment : Spine.USUAL.segments(java.util.EnumSet.of(Site.VB, Site.PE)))
			for (int session = 1; session <= 2; session++)
				builder.row(new RatingRow("P1", "kim", session, segment, new SegmentFinding(Rating.BENIGN, session == 1 || hidden
					.contains(segment.name()), Optional.empty())));
		final ImageQuality quality = builder.build().qualities().get(0);
		assertEquals(5, quality.invisible().size());
		assertEquals(QualityGrade.POOR, quality.grade());
		assertTrue(quality.hasUngraded());
		assertEquals(QualityGrade.GOOD, quality.grade('C'));
		assertEquals(QualityGrade.FAIR, quality.grade('T'));
		assertEquals(QualityGrade.EXCELLENT, quality.grade('S'));
	}

	@Test
	void aVertebraTooHiddenToBeRatedCountsForTheQuality() {
		final ReaderStudyBuilder builder = new ReaderStudyBuilder("quality");
		for (int session = 1; session <= 2; session++)
			builder.row(row("P1", "kim", session, "C1_VB", 0)).hidden("P1", "kim", session, Segment.of("T" + session + "_VB"));
		final ReaderStudy study = builder.hidden("P1", "lee", 2, Segment.of("T9_VB")).build();
		assertEquals("[T2]", study.qualities().get(0).invisible().toString(), "lee has no reading, and session 1 does not count");
		assertEquals(List.of("kim"), study.qualityReaders());
	}

	@Test
	void aSacrumThatCountsTwiceIsAnError() {
		final var e = assertThrows(IllegalArgumentException.class, () -> study(row("P7", "kim", 1, "S_VB", 2), row("P7", "kim",
			1, "S1_VB", 2), row("P7", "kim", 2, "S_VB", 2), row("P7", "kim", 2, "S1_VB", 2)));
		assertEquals("Case P7, reader kim: the sacrum is rated as one (S) and by its vertebrae (S1-S5) too, so that it would" +
			" count twice; rate it in one way", e.getMessage());
	}
}
