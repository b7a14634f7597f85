package io.github.vertebraj.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutOffClassTest {

	@ParameterizedTest
	@CsvSource({ "ragab-2009-dropout, true, 34.99, below cut-off", "ragab-2009-dropout, true, 35, at or above cut-off",
		"ragab-2009-dropout, true, -5, below cut-off", "ragab-2009-dropout, true, NaN, not applicable",
		"ragab-2009-dropout, false, 10, not applicable", "in-opposed-stir-sir, true, 0.99, below cut-off",
		"in-opposed-stir-sir, true, 1, at or above cut-off", "kaur-2020-lesion, true, 1.21, at or below cut-off",
		"pmid-27610934-infiltration, true, 0.548, at or below cut-off",
		"pmid-27610934-infiltration, true, 0.6, above cut-off" })
	void placesAValueBesideTheCutOff(final String rule, final boolean isLesion, final double value, final String text) {
		assertEquals(text, CutOffClass.of(ReferenceRule.of(rule), isLesion, value).text());
	}

	@Test
	void aRuleWithoutCutOffClassesNothing() {
		final ReferenceRule means = ReferenceRule.of("kaur-2020-means");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> CutOffClass.of(means, true, 1)).getMessage().contains(
			"has no cut-off"));
	}

	@Test
	void theRuleIsToldWithItsSource() {
		assertEquals("dropout below 35.0 %: neoplastic collapse, else osteoporotic collapse (wedged vertebral bodies, 20" +
			" patients with osteoporotic and 20 with neoplastic collapse; Ragab et al., Eur J Radiol 2009;72:125-133). For" +
			" research only, never a diagnosis.", ReferenceRule.of("ragab-2009-dropout").told());
	}
}
