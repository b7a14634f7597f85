package io.github.vertebraj.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

	@ParameterizedTest
	@CsvSource({ "normal, L3_VB normal, true", "NORMAL, L3_VB normal 2, true", "IVD, L3-4_IVD, true", "ivd, L5-S1_IVD left, true",
		"L3-4, L3-4_IVD, true", "L3, L3-4_IVD, false", "L3_VB normal, L3_VB normal, true", "L3_VB normal, L4_VB normal, false",
		"normal L3_VB, L3_VB normal, true", "L*_VB, L4_VB normal, true", "L*_VB, T4_VB normal, false", "*, anything, true",
		"mus*e, muscle, true", "mus*le*, muscle, true", "aba*ba, aba, false", "normal, abnormal, false",
		"muscle|normal, L1_VB normal, true", "muscle | IVD, psoas muscle, true", "muscle|IVD, L1_VB normal, false",
		"normal, L3_VB normal-1, true", "., x, false" })
	void fitsByWords(final String pattern, final String name, final boolean fits) {
		assertEquals(fits, new NamePattern(pattern).matches(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "a|", "|", "a||b" })
	void refusesEmptyOnes(final String pattern) {
		assertThrows(IllegalArgumentException.class, () -> new NamePattern(pattern));
	}
}
