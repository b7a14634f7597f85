package io.github.vertebraj.statistics.diagnostic;

import static io.github.vertebraj.statistics.diagnostic.Curves.apart;
import static io.github.vertebraj.statistics.diagnostic.Curves.higher;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.statistics.Alternative;

class AucTestTest {

	private static void assertP(final double expected, final Alternative alternative, final RocCurve curve) {
		assertEquals(expected, AucTest.withDefaults().with(alternative).test(curve).pValue(), 1e-12 * expected);
	}

	/** R 4.2.2, pROC 1.18.0: {@code z <- (auc(r) - .5) / sqrt(var(r)); 2 * pnorm(-abs(z)); pnorm(-z); pnorm(z)}. */
	@Test
	void overlappingClassesAreTestedByDeLong() {
		final AucTest.Result result = AucTest.withDefaults().test(Curves.rated());
		assertEquals(3.715362912102592, result.statistic(), 1e-12);
		assertEquals("DeLong", result.summary().variant());
		assertEquals("AUC", result.summary().effects().get(0).name());
		assertP(0.0002029122533146865, Alternative.TWO_SIDED, Curves.rated());
		assertP(0.0001014561266573432, Alternative.GREATER, Curves.rated());
		assertP(0.9998985438733426, Alternative.LESS, Curves.rated());
	}

	/** One of 16 over 7 = 11440 arrangements: wilcox.test(x, y, exact = TRUE) gives the same, R 4.2.2. */
	@Test
	void separateClassesAreTestedExactly() {
		assertP(2 / 11440.0, Alternative.TWO_SIDED, apart(7, 9));
		assertP(1 / 11440.0, Alternative.GREATER, apart(7, 9));
		assertP(1, Alternative.LESS, apart(7, 9));
		final RocCurve below = RocCurve.of(new double[] { 1, 2 }, new double[] { 3, 4 }, Direction.HIGHER_IS_POSITIVE);
		assertP(2 / 6.0, Alternative.TWO_SIDED, below);
		assertP(1 / 6.0, Alternative.LESS, below);
		assertP(1, Alternative.GREATER, below);
		// No two of the lowest three can be separate from a third that is equal.
		assertP(1 / 10.0, Alternative.TWO_SIDED, higher(new double[] { 5, 5 }, new double[] { 1, 1, 1 }));
		assertEquals("DeLong's standard error is 0", AucTest.withDefaults().test(apart(7, 9)).summary().reason());
	}

	@Test
	void equalScoresTellNothing() {
		assertP(1, Alternative.TWO_SIDED, higher(new double[3], new double[4]));
	}

	@Test
	void aChosenDirectionIsNotTestedOneSided() {
		final RocCurve curve = RocCurve.of(Curves.RATED_POSITIVE, Curves.RATED_NEGATIVE, Direction.AUTO);
		assertTrue(AucTest.withDefaults().with(Alternative.GREATER).test(curve).summary().notes().contains(
			"A one-sided p-value is not valid when the data chose the direction."));
	}

	@Test
	void tooFewCasesAreRefused() {
		assertEquals("DeLong's test needs at least 2 positives and 2 negatives, but there are 1 positives and 3 negatives; " +
			"an exact Mann-Whitney test does with fewer", assertThrows(IllegalArgumentException.class, () -> AucTest
				.withDefaults().test(apart(1, 3))).getMessage());
	}

	@Test
	void theIntervalIsTheOneAskedFor() {
		assertEquals("Newcombe score", AucTest.withDefaults().with(AucInterval.withDefaults().with(AucMethod.NEWCOMBE)).test(
			Curves.rated()).estimate().interval().method());
	}
}
