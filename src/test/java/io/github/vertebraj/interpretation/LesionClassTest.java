package io.github.vertebraj.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LesionClassTest {

	@ParameterizedTest
	@CsvSource({ "0.7, 1.21, at or below cut-off, kaur-2020-lesion", "1.21, 1.21, at or below cut-off, kaur-2020-lesion",
		"1.2100000000000002, 1.21, above cut-off, kaur-2020-lesion", "1.7, 1.21, above cut-off, kaur-2020-lesion",
		"-0.1, 1.21, not applicable, ''", "1.0, 0.9, above cut-off, user",
		"0.9, 0.9, at or below cut-off, user", "NaN, 1.21, not applicable, ''", "NaN, 0.9, not applicable, ''" })
	void lesionsAreClassed(final double mean, final double cutoff, final String outcome, final String rule) {
		final LesionClass classed = LesionClass.ofLesion(mean, cutoff);
		assertEquals(outcome, classed.outcome().text());
		assertEquals(rule, classed.ruleId());
		assertEquals(cutoff, classed.cutoff());
	}

	@Test
	void othersAreNot() {
		assertEquals(new LesionClass(LesionClass.Outcome.NOT_APPLICABLE, 1.21, ""), LesionClass.notApplicable(1.21));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1.21, Double.NaN, Double.POSITIVE_INFINITY })
	void refusesACutoffThatIsNone(final double cutoff) {
		assertThrows(IllegalArgumentException.class, () -> LesionClass.ofLesion(1, cutoff));
		assertThrows(IllegalArgumentException.class, () -> LesionClass.notApplicable(cutoff));
	}

	/** Kaur et al. 2020. */
	@Test
	void defaultIsTheCitedCutoff() {
		assertEquals(1.21, LesionClass.defaultCutoff());
	}
}
