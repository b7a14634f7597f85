package io.github.vertebraj.statistics.diagnostic;

import static io.github.vertebraj.statistics.diagnostic.Curves.apart;
import static io.github.vertebraj.statistics.diagnostic.Curves.assertNear;
import static io.github.vertebraj.statistics.diagnostic.Curves.higher;
import static io.github.vertebraj.statistics.diagnostic.Curves.negated;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.Interval;

class DeLongTestTest {

	private static final DeLongTest TEST = DeLongTest.withDefaults();

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("roc_delong_paired", c -> {
			final double[] label = c.numbers("label");
			final boolean[] isPositive = new boolean[label.length];
			for (int i = 0; i < label.length; i++)
				isPositive[i] = label[i] == 1;
			final DeLongTest.Result result = TEST.paired(RocCurve.of(isPositive, c.numbers("a"),
				Direction.HIGHER_IS_POSITIVE), RocCurve.of(isPositive, c.numbers("b"), Direction.HIGHER_IS_POSITIVE));
			c.check("auc_a", result.aucA());
			c.check("auc_b", result.aucB());
			c.check("cov", result.covariance());
			c.check("z", result.statistic());
			c.check("p", result.pValue());
		});
	}

	private static void assertResult(final double statistic, final double p, final DeLongTest.Result result) {
		assertEquals(statistic, result.statistic(), 1e-11 * Math.abs(statistic));
		assertEquals(p, result.pValue(), 1e-11 * p);
	}

	private static void assertDifference(final double lower, final double upper, final DeLongTest.Result result) {
		final Interval interval = result.summary().effects().get(0).interval().orElseThrow();
		assertNear(lower, interval.lower());
		assertNear(upper, interval.upper());
	}

	/** pROC 1.18.0: {@code roc.test(a, b, paired = TRUE, method = "delong", alternative = ...)}, {@code cov(a, b)}. */
	@Test
	void pairedIsPRocs() {
		final RocCurve a = Curves.rated();
		final RocCurve b = Curves.measured();
		assertResult(0.9853292781642942, 0.3244623557511049, TEST.paired(a, b));
		assertResult(0.9853292781642942, 0.1622311778755525, TEST.with(Alternative.GREATER).paired(a, b));
		assertResult(0.9853292781642942, 0.8377688221244475, TEST.with(Alternative.LESS).paired(a, b));
		assertResult(-0.9853292781642942, 0.3244623557511049, TEST.paired(b, a));
		assertDifference(-0.1177554994117033, 0.3558507375069416, TEST.paired(a, b));
		assertNear(0.005873645754598135, TEST.paired(a, b).covariance());
		assertEquals(List.of(7, 9), TEST.paired(a, b).summary().sizes());
	}

	/** pROC 1.18.0: {@code roc.test(a, c, paired = FALSE, method = "delong")}; the interval by qt of its df. */
	@Test
	void unpairedIsPRocs() {
		final RocCurve a = Curves.rated();
		final RocCurve c = higher(Arrays.copyOf(Curves.MEASURED_POSITIVE, 5), Arrays.copyOf(Curves.MEASURED_NEGATIVE, 6));
		assertResult(-0.115829587828384, 0.9088838942234461, TEST.unpaired(a, c));
		assertResult(-0.115829587828384, 0.545558052888277, TEST.with(Alternative.GREATER).unpaired(a, c));
		assertResult(-0.115829587828384, 0.454441947111723, TEST.with(Alternative.LESS).unpaired(a, c));
		assertNear(21.08098503854261, TEST.unpaired(a, c).summary().degreesOfFreedom().get(0));
		assertDifference(-0.33087096536017, 0.295950330439535, TEST.unpaired(a, c));
		assertEquals(List.of(7, 9, 5, 6), TEST.unpaired(a, c).summary().sizes());
	}

	@Test
	void eachCurveHasItsOwnDirection() {
		final RocCurve mirrored = RocCurve.of(negated(Curves.MEASURED_POSITIVE), negated(Curves.MEASURED_NEGATIVE),
			Direction.LOWER_IS_POSITIVE);
		assertResult(0.9853292781642942, 0.3244623557511049, TEST.paired(Curves.rated(), mirrored));
	}

	@Test
	void identicalCurvesDoNotDiffer() {
		final DeLongTest.Result result = TEST.paired(Curves.rated(), higher(Arrays.stream(Curves.RATED_POSITIVE).map(
			Math::exp).toArray(), Arrays.stream(Curves.RATED_NEGATIVE).map(Math::exp).toArray()));
		assertEquals(1, result.pValue());
		assertEquals(List.of("Both curves rank the cases alike: they do not differ at all."), result.summary().notes());
		final DeLongTest.Result perfect = TEST.unpaired(apart(3, 4), apart(5, 6));
		assertEquals(1, perfect.pValue());
		assertEquals(List.of("Both curves separate all cases: p is 1 whatever the sizes, and tells little."), perfect
			.summary().notes());
		assertEquals(3, perfect.summary().effects().size());
	}

	@Test
	void noStandardErrorIsNoPValue() {
		assertNoPValue(TEST.paired(apart(3, 4), higher(new double[3], new double[4])));
		// Every case is worth a third more in the first, though both overlap; thirds must not leave a rounding error.
		assertNoPValue(TEST.paired(higher(new double[] { 1, 3, 5 }, new double[] { 0, 2, 4 }), higher(new double[] { 0, 2,
			4 }, new double[] { 1, 3, 5 })));
	}

	private static void assertNoPValue(final DeLongTest.Result result) {
		assertTrue(Double.isNaN(result.pValue()));
		assertTrue(result.summary().notes().stream().anyMatch(note -> note.contains("no p-value here")));
	}

	@Test
	void aCurveWithoutOverlapCanBeCompared() {
		// Only the second has a variance: z = (1 − 0.849...) / sqrt(0.00883...).
		assertNear((1 - 0.8492063492063492) / Math.sqrt(0.008834089191232047), TEST.paired(apart(7, 9), Curves.rated())
			.statistic());
	}

	private static void assertNested(final boolean isNested, final ScoreSource a, final ScoreSource b) {
		final RocCurve first = Curves.rated().from(a);
		final RocCurve second = Curves.measured().from(b);
		if (isNested) assertThrows(IllegalArgumentException.class, () -> TEST.paired(first, second));
		else assertDoesNotThrow(() -> TEST.paired(first, second));
		assertDoesNotThrow(() -> TEST.unpaired(first, second));
	}

	@Test
	void nestedModelsAreRefused() {
		final ScoreSource both = ScoreSource.fitted(List.of("FF", "M protein"));
		final ScoreSource one = ScoreSource.fitted(List.of("FF"));
		assertNested(true, both, one);
		assertNested(true, one, both);
		assertNested(true, both, ScoreSource.fitted(List.of()));
		assertNested(true, both, ScoreSource.measured("FF"));
		assertNested(false, both, ScoreSource.measured("ADC"));
		assertNested(false, both, ScoreSource.MEASURED);
		assertNested(false, one, ScoreSource.measured("FF"));
		assertNested(false, one, ScoreSource.fitted(List.of("ADC", "M protein")));
		assertNested(false, both, both);
		assertNested(false, ScoreSource.measured("FF"), ScoreSource.measured("FF"));
		assertEquals("DeLong's test is not valid for nested models, and the model of [FF, M protein] contains [FF]: test " +
			"what was added by a likelihood-ratio test (Demler, Pencina and D'Agostino 2012, doi:10.1002/sim.5328)",
			assertThrows(IllegalArgumentException.class, () -> TEST.paired(Curves.rated().from(both), Curves.measured().from(
				one))).getMessage());
	}

	@Test
	void badCurvesAreRefused() {
		assertEquals("A paired comparison needs two scores of the same cases, but one curve has 7 positives and 9 negatives, " +
			"the other 9 positives and 7 negatives", assertThrows(IllegalArgumentException.class, () -> TEST.paired(Curves
				.rated(), apart(9, 7))).getMessage());
		assertThrows(IllegalArgumentException.class, () -> TEST.paired(apart(1, 3), apart(1, 3)));
		assertThrows(IllegalArgumentException.class, () -> TEST.unpaired(apart(3, 1), apart(3, 3)));
		assertThrows(IllegalArgumentException.class, () -> TEST.withLevel(0));
	}

	@Test
	void largeSamplesArePaired() {
		final DeLongTest.Result result = TEST.paired(Curves.large(), RocCurve.of(Curves.scores(50000, i -> i * 31L % 1013),
			Curves.scores(50000, i -> i * 37L % 1013), Direction.HIGHER_IS_POSITIVE));
		// The variance of the difference had in one piece is that of the parts.
		assertEquals((result.aucA() - result.aucB()) / Math.sqrt(result.varianceA() + result.varianceB() - 2 * result
			.covariance()), result.statistic(), 1e-8);
	}
}
