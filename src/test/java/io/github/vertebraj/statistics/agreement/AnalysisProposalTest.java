package io.github.vertebraj.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class AnalysisProposalTest {

	private static final List<Analysis> OF_NUMBERS = List.of(Analysis.BLAND_ALTMAN, Analysis.ICC);

	private static void assertProposed(final List<Analysis> expected, final String reason, final double[][] ratings) {
		final AnalysisProposal proposal = AnalysisProposal.ofNumbers(ratings);
		assertEquals(expected, proposal.analyses());
		assertTrue(proposal.reason().contains(reason), proposal.reason());
	}

	/** Subjects whose first reading runs through so many values, and whose second is the first. */
	private static double[][] pairs(final int subjects, final int levels, final double step) {
		return IntStream.range(0, subjects).mapToObj(i -> new double[] { i % levels * step, 0 }).toArray(double[][]::new);
	}

	@Test
	void gradesAreCategories() {
		assertProposed(List.of(Analysis.COHEN_KAPPA), "7 different values", pairs(8, 7, 1));
		assertProposed(List.of(Analysis.FLEISS_KAPPA), "3 readings", new double[][] { { 1, 2, 3 }, { 1, 1, 1 }, { 2, 2, 2 }, {
			3, 3, 3 } });
	}

	@Test
	void moreLevelsAreNumbers() {
		assertProposed(OF_NUMBERS, "8 different values", pairs(100, 8, 1));
	}

	@Test
	void fewSubjectsMakeNoGrades() {
		assertProposed(OF_NUMBERS, "7 different values", pairs(7, 7, 1));
	}

	@Test
	void fractionsAreNumbers() {
		assertProposed(OF_NUMBERS, "not all of them whole", pairs(100, 3, 0.5));
	}

	@Test
	void twoValuesAreCategoriesWhateverTheyAre() {
		assertProposed(List.of(Analysis.COHEN_KAPPA), "two different values", pairs(100, 2, 0.5));
		assertProposed(List.of(Analysis.COHEN_KAPPA), "one value", pairs(1, 1, 1));
	}

	@Test
	void wordsAreCategories() {
		assertEquals(List.of(Analysis.FLEISS_KAPPA), AnalysisProposal.ofCategories(4, "words").analyses());
	}

	@Test
	void analysesHaveTheirWords() {
		for (final Analysis analysis : Analysis.values())
			assertEquals(analysis, Analysis.of(analysis.key().toUpperCase(Locale.ROOT)));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Analysis.of("kappa")).getMessage().contains(
			"known are auto, Cohen kappa, Fleiss kappa, ICC, Bland-Altman, repeatability"));
	}
}
