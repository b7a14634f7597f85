package io.github.vertebraj.dualenergy;

import static io.github.vertebraj.dualenergy.MaterialTest.assertThrowsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergiesTest {

	@Test
	void listsAndRanges() {
		assertEquals(List.of(40.0, 70.0, 100.0), Energies.parse("[100, 40,70,40]"));
		assertEquals(16, Energies.parse("40-190:10").size());
		assertEquals(190, Energies.parse("40-190:10").get(15));
		assertEquals(List.of(40.0, 40.1, 40.2, 80.0), Energies.parse("80; 40-40.2:0.1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "40-190", "40-190:0", "190-40:10", "40-190:0.0001", "40,,70", "40 70" })
	void otherTextIsRefused(final String text) {
		assertThrowsWith("40-190:10", () -> Energies.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "5", "201", "40-210:10", "NaN" })
	void energiesOutsideOfTheTablesAreRefused(final String text) {
		assertThrowsWith("10 to 200 keV", () -> Energies.parse(text));
	}
}
