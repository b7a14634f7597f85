package io.github.vertebraj.reading.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.Spine.Sacrum;

class SpineTest {

	@ParameterizedTest
	@CsvSource({ "12, 5, PARTS, 29, 24", "11, 5, PARTS, 28, 23", "13, 6, PARTS, 31, 26", "12, 4, ONE, 24, 23",
		"12, 5, ONE, 25, 24" })
	void bodiesAndPosteriorElements(final int thoracic, final int lumbar, final Sacrum sacrum, final int bodies,
		final int posterior)
	{
		final Spine spine = new Spine(thoracic, lumbar, sacrum);
		assertEquals(bodies, spine.segments(EnumSet.of(Site.VB)).size());
		assertEquals(posterior, spine.segments(EnumSet.of(Site.PE)).size());
		assertEquals(bodies + posterior, spine.segments(EnumSet.of(Site.VB, Site.PE)).size());
	}

	@Test
	void vertebraeFollowOneAnother() {
		for (int thoracic = 11; thoracic <= 13; thoracic++)
			for (int lumbar = 4; lumbar <= 6; lumbar++)
				for (final Sacrum sacrum : Sacrum.values()) {
					final List<VertebralLevel> levels = new Spine(thoracic, lumbar, sacrum).levels();
					for (int i = 1; i < levels.size(); i++)
						assertTrue(levels.get(i - 1).isNextAbove(levels.get(i)), levels.get(i - 1) + ", " + levels.get(i));
				}
	}

	@ParameterizedTest
	@CsvSource({ "10, 5", "14, 5", "12, 3", "12, 7" })
	void spinesThatNobodyHas(final int thoracic, final int lumbar) {
		assertThrows(IllegalArgumentException.class, () -> new Spine(thoracic, lumbar, Sacrum.ONE));
	}

	@Test
	void segmentsAreNamedAsRegionsAre() {
		for (final Segment segment : new Spine(13, 6, Sacrum.PARTS).segments(EnumSet.of(Site.VB, Site.PE)))
			assertEquals(segment, Segment.of(segment.name()));
		assertEquals("S_VB", Segment.of("s_vb").name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "L3", "S1_PE", "S_PE", "L3-4_IVD", "C8_VB", "femur", "L3_LF" })
	void whatIsNoSegment(final String name) {
		assertThrows(IllegalArgumentException.class, () -> Segment.of(name));
	}
}
