package io.github.vertebraj.statistics.mean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Golden;

class OneWayAnovaTest {

	private static final OneWayAnova FISHER = OneWayAnova.withDefaults();
	private static final OneWayAnova WELCH = FISHER.with(Variances.UNEQUAL);
	private static final LeveneTest LEVENE = LeveneTest.withDefaults();

	private static final List<double[]> GROUPS = List.of(new double[] { 1, 2, 4 }, new double[] { 3, 5, 9 },
		new double[] { 7, 2 });

	@TestFactory
	Stream<DynamicTest> goldenGroups() {
		return Golden.tests("kruskal_wallis", c -> {
			final List<double[]> groups = Arrays.asList(c.matrix("groups"));
			c.check("anova_F", FISHER.test(groups).statistic());
			c.check("anova_p", FISHER.test(groups).pValue());
			if (!c.expects("welch_F")) return;
			c.check("welch_F", WELCH.test(groups).statistic());
			c.check("welch_df2", WELCH.test(groups).errorDf());
			c.check("welch_p", WELCH.test(groups).pValue());
		});
	}

	@TestFactory
	Stream<DynamicTest> goldenVariances() {
		return Golden.tests("t_raw", c -> {
			final List<double[]> groups = List.of(c.numbers("x"), c.numbers("y"));
			c.check("levene_mean_F", LEVENE.with(Centre.MEAN).test(groups).statistic());
			c.check("levene_mean_p", LEVENE.with(Centre.MEAN).test(groups).pValue());
			c.check("levene_median_F", LEVENE.test(groups).statistic());
			c.check("levene_median_p", LEVENE.test(groups).pValue());
		});
	}

	@Test
	void agreesWithR() { // R 4.2.2 oneway.test
		assertResult(FISHER.test(GROUPS), 1.1889534883720931, 5, 0.37808728543604231);
		assertResult(WELCH.test(GROUPS), 1.2250911257436272, 2.2243073406118659, 0.43781095078273746);
		// car 3.x leveneTest
		assertNear(0.51896924219350793, LEVENE.test(GROUPS).pValue());
		assertNear(0.30835269864377579, LEVENE.with(Centre.MEAN).test(GROUPS).pValue());
	}

	@Test
	void effectsAreSharesOfTheSquares() { // R 4.2.2 anova(lm)
		assertNear(0.32230102442868402, FISHER.test(GROUPS).summary().effects().get(0).value());
		assertNear(0.045107564191533646, FISHER.test(GROUPS).summary().effects().get(1).value());
	}

	@Test
	void twoGroupsGiveTheSquareOfT() {
		final TTest t = TTest.withDefaults();
		final List<double[]> two = GROUPS.subList(0, 2);
		assertNear(t.with(Variances.EQUAL).test(two.get(0), two.get(1)).pValue(), FISHER.test(two).pValue());
		assertNear(t.test(two.get(0), two.get(1)).pValue(), WELCH.test(two).pValue());
		assertNear(t.test(two.get(0), two.get(1)).df(), WELCH.test(two).errorDf());
	}

	@Test
	void offsetAndScaleChangeNothing() {
		for (final double scale : new double[] { 1e-300, 1e-150, 1e150, 1e300 })
			for (final OneWayAnova anova : List.of(FISHER, WELCH))
				assertNear(anova.test(GROUPS).pValue(), anova.test(mapped(0, scale)).pValue());
		// R 4.2.2 oneway.test, which rounds the means to double precision as we do
		assertNear(0.3780872996429826, FISHER.test(mapped(1e9, 1)).pValue());
		assertNear(0.4378109625355372, WELCH.test(mapped(1e9, 1)).pValue());
	}

	@Test
	void summariesAreTheirData() {
		assertNear(WELCH.test(GROUPS).pValue(), WELCH.testSummaries(GROUPS.stream().map(SampleSummary::of).toList())
			.pValue());
	}

	@Test
	void manyValuesHold() {
		final double[] big = IntStream.range(0, 100_000).mapToDouble(i -> i % 97).toArray();
		assertEquals(0, FISHER.test(List.of(big, big, big)).statistic());
		assertEquals(1, FISHER.test(List.of(big, big, big)).pValue());
		assertEquals(299_997, FISHER.test(List.of(big, big, big)).errorDf());
	}

	@Test
	void refusesWhatCannotBeCompared() {
		assertRefused("at least 2 groups, but has 1", () -> FISHER.test(GROUPS.subList(0, 1)));
		assertRefused("every group has 1", () -> FISHER.test(List.of(new double[] { 1 }, new double[] { 2 })));
		assertRefused("essentially constant", () -> FISHER.test(List.of(new double[] { 1, 1 }, new double[] { 2, 2 })));
		assertRefused("group 2 has 1 value", () -> WELCH.test(List.of(GROUPS.get(0), new double[] { 1 })));
		assertRefused("group 2 is constant", () -> WELCH.test(List.of(GROUPS.get(0), new double[2])));
		assertRefused("Group 3 has NaN at place 1", () -> FISHER.test(List.of(GROUPS.get(0), GROUPS.get(1), new double[] {
			Double.NaN })));
		assertRefused("Group 2 needs at least 1 value", () -> LEVENE.test(List.of(GROUPS.get(0), new double[0])));
		assertRefused("Levene's test", () -> LEVENE.test(List.of(new double[] { 1, 2 }, new double[] { 1, 4 })));
	}

	private static List<double[]> mapped(final double offset, final double scale) {
		return GROUPS.stream().map(group -> Arrays.stream(group).map(value -> offset + scale * value).toArray()).toList();
	}

	private static void assertResult(final OneWayAnova.Result actual, final double f, final double df, final double p) {
		assertNear(f, actual.statistic());
		assertNear(df, actual.errorDf());
		assertNear(p, actual.pValue());
	}

	private static void assertNear(final double expected, final double actual) {
		assertEquals(expected, actual, 1e-10 * Math.abs(expected));
	}

	private static void assertRefused(final String part, final Runnable call) {
		final String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
		assertTrue(message.contains(part), message);
	}
}
