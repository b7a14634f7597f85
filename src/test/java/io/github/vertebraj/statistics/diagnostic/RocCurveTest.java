package io.github.vertebraj.statistics.diagnostic;

import static io.github.vertebraj.statistics.diagnostic.Curves.assertNear;
import static io.github.vertebraj.statistics.diagnostic.Curves.higher;
import static io.github.vertebraj.statistics.diagnostic.Curves.negated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Golden;

class RocCurveTest {

	private static final double INFINITE = Double.POSITIVE_INFINITY;

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("roc", c -> {
			final RocCurve curve = higher(c.numbers("positives"), c.numbers("negatives"));
			c.check("auc", curve.auc());
			c.check("delong_var", curve.deLongVariance());
			c.check("hanley_se", curve.hanleyMcNeilError());
		});
	}

	private static void assertCurve(final double auc, final double variance, final RocCurve curve) {
		assertNear(auc, curve.auc());
		assertEquals(variance, curve.deLongVariance(), 1e-11 * variance);
	}

	/** pROC 1.18.0: {@code auc(r); var(r)}. */
	@Test
	void aucAndVarianceAreThoseOfPRoc() {
		assertCurve(0.8492063492063492, 0.008834089191232047, Curves.rated());
		assertCurve(0.7301587301587301, 0.01751070798689846, Curves.measured());
		assertCurve(0.7495833333333334, 0.003485789063267511, Curves.middling());
		assertCurve(0.5637053378, 3.254233928488405e-06, Curves.large());
	}

	@Test
	void onlyTheOrderOfScoresMatters() {
		final double auc = Curves.measured().auc();
		final double variance = Curves.measured().deLongVariance();
		for (final double scale : new double[] { 1e-300, 1e-150, 1e150, 1e307 })
			assertCurve(auc, variance, higher(times(Curves.MEASURED_POSITIVE, scale), times(Curves.MEASURED_NEGATIVE, scale)));
	}

	private static double[] times(final double[] scores, final double factor) {
		return Arrays.stream(scores).map(score -> score * factor).toArray();
	}

	@Test
	void theDirectionIsTheCallers() {
		final double[] p = Curves.RATED_POSITIVE;
		final double[] n = Curves.RATED_NEGATIVE;
		final RocCurve lower = RocCurve.of(p, n, Direction.LOWER_IS_POSITIVE);
		assertCurve(1 - 0.8492063492063492, 0.008834089191232047, lower);
		assertCurve(0.8492063492063492, 0.008834089191232047, RocCurve.of(negated(p), negated(n),
			Direction.LOWER_IS_POSITIVE));
		assertEquals(List.of(), lower.notes());
	}

	@Test
	void autoChoosesAndSaysSo() {
		final RocCurve curve = RocCurve.of(negated(Curves.RATED_POSITIVE), negated(Curves.RATED_NEGATIVE), Direction.AUTO);
		assertEquals(Direction.LOWER_IS_POSITIVE, curve.direction());
		assertEquals(Direction.AUTO, curve.requestedDirection());
		assertNear(0.8492063492063492, curve.auc());
		assertEquals(List.of(
			"The direction, lower is positive, was chosen from the same data, which makes the AUC optimistic."), curve.notes());
		assertEquals(Direction.HIGHER_IS_POSITIVE, RocCurve.of(new double[] { 1 }, new double[] { 1 }, Direction.AUTO)
			.direction());
	}

	@Test
	void directionsHaveWords() {
		assertEquals(Direction.LOWER_IS_POSITIVE, Direction.of("Lower is positive"));
		assertEquals("No direction 'up'; known are higher is positive, lower is positive, auto", assertThrows(
			IllegalArgumentException.class, () -> Direction.of("up")).getMessage());
	}

	/** pROC 1.18.0: {@code coords(r, "all")}, backwards. */
	@Test
	void pointsAreOnePerDistinctScore() {
		final List<RocPoint> points = Curves.rated().points();
		assertEquals(List.of(INFINITE, 4.5, 3.5, 2.5, 1.5, -INFINITE), points.stream().map(point -> point.cutOff()
			.threshold()).toList());
		assertEquals(List.of(INFINITE, 5.0, 4.0, 3.0, 2.0, 1.0), points.stream().map(point -> point.observed().threshold())
			.toList());
		assertEquals(List.of(0, 2, 4, 6, 7, 7), points.stream().map(RocPoint::truePositives).toList());
		assertEquals(List.of(1.0, 1.0, 8 / 9.0, 6 / 9.0, 3 / 9.0, 0.0), points.stream().map(RocPoint::specificity).toList());
		assertEquals("positive if score > 4.5", points.get(1).cutOff().text());
		assertEquals("positive if score >= 5", points.get(1).observed().text());
	}

	@Test
	void pointsOfLowerScoresPointDown() {
		final List<RocPoint> points = RocCurve.of(new double[] { 1, 1.21 }, new double[] { 1.21, 3 },
			Direction.LOWER_IS_POSITIVE).points();
		assertEquals(List.of(-INFINITE, 1.105, 2.105, INFINITE), points.stream().map(point -> point.cutOff().threshold())
			.toList());
		assertEquals("positive if score < 1.105", points.get(1).cutOff().text());
		assertEquals("positive if score <= 1.21", points.get(2).observed().text());
	}

	/** Each point's two cut-offs classify the sample as the point says, neighbouring and huge numbers included. */
	@Test
	void cutOffsDoWhatTheirPointSays() {
		final double next = Math.nextUp(1.0);
		final double[] p = { 1, next, Double.MAX_VALUE, 0.0, Double.MIN_VALUE, -5, 7, 7 };
		final double[] n = { -0.0, 1, next, Math.nextUp(next), -Double.MAX_VALUE, Double.MAX_VALUE, -5, 7 };
		for (final Direction direction : new Direction[] { Direction.HIGHER_IS_POSITIVE, Direction.LOWER_IS_POSITIVE }) {
			final RocCurve curve = RocCurve.of(p, n, direction);
			assertEquals(10, curve.size());
			for (final RocPoint point : curve.points())
				for (final CutOff cutOff : List.of(point.cutOff(), point.observed())) {
					assertEquals(point.truePositives(), curve.at(cutOff).truePositives(), cutOff.text());
					assertEquals(point.falsePositives(), curve.at(cutOff).falsePositives(), cutOff.text());
				}
		}
	}

	/** The definition, pair by pair, and DeLong's variance as the paper writes it. */
	@Test
	void agreesWithAllPairs() {
		final Random random = new Random(1);
		for (int round = 0; round < 200; round++) {
			final int range = 1 + random.nextInt(12);
			final double[] p = Curves.scores(2 + random.nextInt(9), i -> random.nextInt(range));
			final double[] n = Curves.scores(2 + random.nextInt(9), i -> random.nextInt(range));
			final double[] v10 = Arrays.stream(p).map(x -> Arrays.stream(n).map(y -> worth(x, y)).average().orElseThrow())
				.toArray();
			final double[] v01 = Arrays.stream(n).map(y -> Arrays.stream(p).map(x -> worth(x, y)).average().orElseThrow())
				.toArray();
			final RocCurve curve = higher(p, n);
			assertEquals(Arrays.stream(v10).average().orElseThrow(), curve.auc(), 1e-14);
			assertEquals(variance(v10) / p.length + variance(v01) / n.length, curve.deLongVariance(), 1e-14);
		}
	}

	private static double worth(final double positive, final double negative) {
		return positive > negative ? 1 : positive == negative ? 0.5 : 0;
	}

	private static double variance(final double[] values) {
		final double mean = Arrays.stream(values).average().orElseThrow();
		return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1);
	}

	@Test
	void degenerateCurvesAreDefined() {
		assertCurve(1, 0, Curves.apart(5, 3));
		assertCurve(0, 0, RocCurve.of(new double[] { 1, 2 }, new double[] { 3, 4 }, Direction.HIGHER_IS_POSITIVE));
		final RocCurve equal = higher(new double[] { 2, 2, 2 }, new double[] { 2, 2 });
		assertCurve(0.5, 0, equal);
		assertEquals(List.of("All scores are equal: the AUC is 0.5 and tells nothing."), equal.notes());
		assertEquals(2, equal.size());
		assertCurve(0.5, 0, higher(new double[] { 0.0, -0.0 }, new double[] { -0.0, 0.0 }));
		final RocCurve two = higher(new double[] { 2 }, new double[] { 1 });
		assertEquals(1, two.auc());
		assertTrue(Double.isNaN(two.deLongVariance()));
	}

	@Test
	void classesMayStandBesideScores() {
		assertEquals(0.75, RocCurve.of(new boolean[] { true, false, true, false }, new double[] { 3, 2, 1, 0 },
			Direction.HIGHER_IS_POSITIVE).auc());
	}

	private static void assertRefused(final String message, final double[] p, final double[] n) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> higher(p, n)).getMessage());
	}

	@Test
	void badScoresAreNamed() {
		final double[] one = { 1 };
		assertRefused("The sample of positives needs at least 1 value, but has 0", new double[0], one);
		assertRefused("The sample of negatives needs at least 1 value, but has 0", one, new double[0]);
		assertRefused("The sample of negatives has NaN at place 2; leave missing values out", one, new double[] { 1,
			Double.NaN });
		assertRefused("The sample of positives has -Infinity at place 1; leave missing values out", new double[] {
			-INFINITE }, one);
		assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new boolean[2], new double[3],
			Direction.HIGHER_IS_POSITIVE));
	}

	@Test
	void cutOffsMustAgreeWithTheDirection() {
		assertEquals("The cut-off 'positive if score <= 3' contradicts the direction of the curve, higher is positive",
			assertThrows(IllegalArgumentException.class, () -> Curves.rated().at(new CutOff(3, CutOff.Rule.AT_OR_BELOW)))
				.getMessage());
		assertThrows(IllegalArgumentException.class, () -> new CutOff(Double.NaN, CutOff.Rule.ABOVE));
	}
}
