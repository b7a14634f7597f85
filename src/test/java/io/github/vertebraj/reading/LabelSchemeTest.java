package io.github.vertebraj.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LabelSchemeTest {

	@ParameterizedTest
	@CsvSource({ "1, C1", "7, C7", "8, T1", "19, T12", "20, L1", "22, L3", "24, L5", "25, L6", "26, S", "27, coccyx",
		"28, T13", "29, label 29", "99, label 99", "0, label 0", "-1, label -1" })
	void verse(final int label, final String name) {
		assertEquals(name, LabelScheme.VERSE.apply(label));
	}

	@ParameterizedTest
	@CsvSource({ "24, label 24", "25, S", "26, S1", "27, L5", "29, L3", "31, L1", "32, T12", "43, T1", "44, C7", "50, C1",
		"51, label 51", "79, label 79" })
	void totalSegmentator(final int label, final String name) {
		assertEquals(name, LabelScheme.TOTALSEGMENTATOR.apply(label));
	}

	@Test
	void plainNamesAreTheNumbers() {
		assertEquals("22", LabelScheme.PLAIN.apply(22));
	}

	/** Each vertebra that a scheme names has one number, and its name can be read. */
	@ParameterizedTest
	@EnumSource(names = { "VERSE", "TOTALSEGMENTATOR" })
	void namesAreOfTheGrammar(final LabelScheme scheme) {
		for (final VertebralLevel level : VertebralLevel.values()) {
			int labels = 0;
			for (int label = 0; label < 200; label++)
				if (RegionName.parse(scheme.apply(label)).level().equals(level.name())) labels++;
			assertTrue(labels <= 1, level + " has " + labels + " labels");
		}
	}

	@ParameterizedTest
	@EnumSource
	void keysAreReadBack(final LabelScheme scheme) {
		assertEquals(scheme, LabelScheme.of(scheme.key()));
	}

	@Test
	void refusesAnUnknownScheme() {
		assertEquals("There is no label scheme 'spineps'; known are plain, verse, totalsegmentator", assertThrows(
			IllegalArgumentException.class, () -> LabelScheme.of("spineps")).getMessage());
	}
}
