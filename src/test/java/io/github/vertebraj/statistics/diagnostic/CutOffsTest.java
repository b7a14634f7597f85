package io.github.vertebraj.statistics.diagnostic;

import static io.github.vertebraj.statistics.diagnostic.Curves.apart;
import static io.github.vertebraj.statistics.diagnostic.Curves.higher;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Golden;

class CutOffsTest {

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("roc", c -> {
			final List<ChosenCutOff> best = CutOffs.of(higher(c.numbers("positives"), c.numbers("negatives"))).youden();
			assertEquals(c.expected("youden_threshold").getAsJsonArray().size(), best.size());
			c.check("youden_threshold", best.get(0).cutOff().threshold());
			c.check("youden_sens", best.get(0).accuracy().sensitivity().value());
			c.check("youden_spec", best.get(0).accuracy().specificity().value());
		});
	}

	private static void assertCutOff(final String text, final String observed, final double sensitivity,
		final double specificity, final ChosenCutOff actual)
	{
		assertEquals(text, actual.cutOff().text());
		assertEquals(observed, actual.observed().text());
		assertEquals(sensitivity, actual.accuracy().sensitivity().value());
		assertEquals(specificity, actual.accuracy().specificity().value());
	}

	/** pROC 1.18.0: {@code coords(r, "best", best.method = "youden")}. */
	@Test
	void youdenIsPRocs() {
		final List<ChosenCutOff> best = CutOffs.of(Curves.rated()).youden();
		assertEquals(1, best.size());
		assertCutOff("positive if score > 2.5", "positive if score >= 3", 6 / 7.0, 6 / 9.0, best.get(0));
		assertCutOff("positive if score > 18.5", "positive if score >= 19", 11 / 30.0, 1, CutOffs.of(Curves.middling())
			.youden().get(0));
	}

	@Test
	void allBestCutOffsAreGivenTheMostSensitiveFirst() {
		final List<ChosenCutOff> best = CutOffs.of(higher(new double[] { 2, 4 }, new double[] { 1, 3 })).youden();
		assertEquals(2, best.size());
		assertCutOff("positive if score > 1.5", "positive if score >= 2", 1, 0.5, best.get(0));
		assertCutOff("positive if score > 3.5", "positive if score >= 4", 0.5, 1, best.get(1));
		assertEquals(List.of("2 cut-offs share the greatest Youden index; the one with the highest sensitivity comes first.",
			"The cut-off was chosen from the same cases: its sensitivity and specificity are optimistic."), best.get(0)
				.notes());
	}

	/** Thirds and sevenths: indices that are equal only in whole numbers. */
	@Test
	void equalIndicesAreEqualInSpiteOfRounding() {
		// After the first positive 1/3; after two negatives of six and the second positive 2/3 − 2/6 again.
		assertEquals(2, CutOffs.of(higher(new double[] { 9, 6, 1 }, new double[] { 8, 7, 5, 4, 3, 2 })).youden().size());
	}

	@Test
	void whereNothingIsBetterThanChanceTheTrivialCutOffsStandAlone() {
		final List<ChosenCutOff> best = CutOffs.of(higher(new double[] { 1 }, new double[] { 2 })).youden();
		assertCutOff("positive if score > -Infinity", "positive if score >= 1", 1, 0, best.get(0));
		assertCutOff("positive if score > Infinity", "positive if score >= Infinity", 0, 1, best.get(1));
		assertTrue(best.get(0).notes().contains("No cut-off is better than chance."));
		assertTrue(best.get(1).notes().contains("The cut-off is trivial: it calls none positive."));
	}

	@Test
	void theOtherShareIsTheHighestAtAFixedOne() {
		final CutOffs cutOffs = CutOffs.of(Curves.rated());
		assertCutOff("positive if score > 1.5", "positive if score >= 2", 1, 3 / 9.0, cutOffs.atSensitivity(0.9));
		assertCutOff("positive if score > 2.5", "positive if score >= 3", 6 / 7.0, 6 / 9.0, cutOffs.atSensitivity(6 / 7.0));
		assertCutOff("positive if score > 4.5", "positive if score >= 5", 2 / 7.0, 1, cutOffs.atSpecificity(0.95));
		assertCutOff("positive if score > 4.5", "positive if score >= 5", 2 / 7.0, 1, cutOffs.atSensitivity(0));
		assertCutOff("positive if score > 1.5", "positive if score >= 2", 1, 3 / 9.0, cutOffs.atSpecificity(0));
		assertEquals("sensitivity >= 0.9, highest specificity", cutOffs.atSensitivity(0.9).criterion());
		assertCutOff("positive if score > 50", "positive if score >= 100", 1, 1, CutOffs.of(apart(3, 3)).atSensitivity(1));
	}

	@Test
	void theRuleDecidesOnTheThresholdItself() {
		final RocCurve curve = RocCurve.of(new double[] { 0.9, 1.21 }, new double[] { 1.21, 1.5 },
			Direction.LOWER_IS_POSITIVE);
		final ChosenCutOff inclusive = CutOffs.of(curve).given(new CutOff(1.21, CutOff.Rule.AT_OR_BELOW));
		assertCutOff("positive if score <= 1.21", "positive if score <= 1.21", 1, 0.5, inclusive);
		assertEquals(List.of(), inclusive.notes());
		assertCutOff("positive if score < 1.21", "positive if score < 1.21", 0.5, 1, CutOffs.of(curve).given(new CutOff(1.21,
			CutOff.Rule.BELOW)));
		assertThrows(IllegalArgumentException.class, () -> CutOffs.of(curve).given(new CutOff(1.21, CutOff.Rule.ABOVE)));
	}

	@Test
	void badTargetsAreRefused() {
		assertEquals("The sensitivity of a cut-off lies between 0 and 1, but is 90.0", assertThrows(
			IllegalArgumentException.class, () -> CutOffs.of(Curves.rated()).atSensitivity(90)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> CutOffs.of(Curves.rated()).atSpecificity(Double.NaN));
	}
}
