package io.github.vertebraj.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionNameTest {

	/** Name; level, site, side, tissue, number as far as given. */
	@ParameterizedTest
	@CsvSource({ "L3, L3,,,,", "L3_VB, L3,VB,,,", "L3_PE, L3,PE,,,", "L3-4_IVD, L3-4,IVD,,,", "L3-4_LF, L3-4,LF,,,",
		"L3-4_DC, L3-4,DC,,,", "L5-S1_IVD, L5-S1,IVD,,,", "T12-L1_LF left, T12-L1,LF,LEFT,,",
		"L3_VB lesion 2, L3,VB,,LESION,2", "L3_VB normal, L3,VB,,NORMAL,", "L3-4, L3-4,,,,", "S, S,,,,", "L5-S, L5-S,,,,",
		"S1-2, S1-2,,,,", "C7-T1_IVD, C7-T1,IVD,,,", "C1_VB, C1,VB,,,", "T10-11_IVD, T10-11,IVD,,,",
		"T11-L1_IVD, T11-L1,IVD,,,", "T12-13_IVD, T12-13,IVD,,,", "T13-L1_IVD, T13-L1,IVD,,,", "L5-6_IVD, L5-6,IVD,,,",
		"L6-S1_IVD, L6-S1,IVD,,,", "L4-S1_IVD, L4-S1,IVD,,,", "L6_VB, L6,VB,,,", "S5, S5,,,,",
		"L3-L4_IVD, L3-4,IVD,,,", "l3_vb Lesion, L3,VB,,LESION,", "t12-l1_ivd, T12-L1,IVD,,,",
		"'  L3   right   2  posterior ', L3,,RIGHT,,2", "L3_VB 2 lesion 7, L3,VB,,LESION,2" })
	void namesOfTheGrammar(final String name, final String level, final Site site, final RegionName.Side side,
		final RegionName.Tissue tissue, final Integer number)
	{
		final RegionName read = RegionName.parse(name);
		assertEquals(level, read.level());
		assertEquals(site, read.site().orElse(null));
		assertEquals(side, read.side().orElse(null));
		assertEquals(tissue, read.tissue().orElse(null));
		assertEquals(number, read.number().isPresent() ? (Integer) read.number().getAsInt() : null);
		assertEquals(name, read.text());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "ROI 1", "C8", "L7", "L0", "S6", "T14", "L", "L33", "L3_", "L3_XX", "L3VB",
		"L3_VB_2", "L3-5_IVD", "L4-3", "L3-", "L3-3", "-L3", "S1-L5", "L3_IVD", "L3-4_VB", "L3_LF", "label 99",
		"coccyx", "muscle", "L3-4-5", "\u00fc", "\uff2c\uff13" })
	void namesOutsideTheGrammarHaveNoPlace(final String name) {
		final RegionName read = RegionName.parse(name);
		assertEquals("", read.level());
		assertTrue(read.upper().isEmpty() && read.lower().isEmpty() && read.site().isEmpty());
	}

	@Test
	void wordsCountOutsideTheGrammarToo() {
		assertTrue(RegionName.parse("femur lesion").isLesion());
		assertTrue(RegionName.parse("lesion").isLesion());
		assertTrue(RegionName.parse("Normal marrow").isNormal());
		assertEquals(7, RegionName.parse("7").number().getAsInt());
	}

	@Test
	void wordsAreWholeWords() {
		assertFalse(RegionName.parse("L3_VB lesions").isLesion());
		assertFalse(RegionName.parse("L3_VB abnormal").isNormal());
		assertTrue(RegionName.parse("L3_VB 99999999999").number().isEmpty());
	}

	@Test
	void contradictingWordsCancelEachOther() {
		final RegionName read = RegionName.parse("L3_VB lesion normal left right");
		assertTrue(read.tissue().isEmpty() && read.side().isEmpty());
	}

	@Test
	void levelsOfADiscAreItsNeighbours() {
		final RegionName read = RegionName.parse("L5-S1_IVD");
		assertEquals(VertebralLevel.L5, read.upper().get());
		assertEquals(VertebralLevel.S1, read.lower().get());
	}

	/** A Turkish upper case of i is not I. */
	@Test
	void namesAreReadTheSameInEveryLanguage() {
		final java.util.Locale before = java.util.Locale.getDefault();
		java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));
		try {
			assertEquals(Site.IVD, RegionName.parse("l3-4_ivd").site().get());
			assertTrue(RegionName.parse("l3 LESION").isLesion());
		}
		finally {
			java.util.Locale.setDefault(before);
		}
	}

	@Test
	void theRoiManagersNumbersDoNotHideAWord() {
		assertTrue(RegionName.parse("L4_VB lesion-1").isLesion());
		assertFalse(RegionName.parse("L4_VB non-lesion").isLesion());
	}
}
