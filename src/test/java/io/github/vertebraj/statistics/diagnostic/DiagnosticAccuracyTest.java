package io.github.vertebraj.statistics.diagnostic;

import static io.github.vertebraj.statistics.diagnostic.Curves.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.Interval;

class DiagnosticAccuracyTest {

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("binomial_ci", c -> {
			final Proportion share = Proportion.of("share", c.whole("x"), c.whole("n"), c.number("level"));
			c.check("cp_lo", share.exact().orElseThrow().lower());
			c.check("cp_hi", share.exact().orElseThrow().upper());
			c.check("wilson_lo", share.wilson().orElseThrow().lower());
			c.check("wilson_hi", share.wilson().orElseThrow().upper());
			c.check("p_half", share.pValueAgainst(0.5));
		});
	}

	private static void assertInterval(final double lower, final double upper, final String method,
		final Interval interval)
	{
		assertNear(lower, interval.lower());
		assertNear(upper, interval.upper());
		assertEquals(method, interval.method());
	}

	/** R 4.2.2: binom.test(0, 5), binom.test(3, 7, conf.level = .9), prop.test(..., correct = FALSE). */
	@Test
	void intervalsAreThoseOfR() {
		final Proportion none = Proportion.of("share", 0, 5, 0.95);
		assertInterval(0, 0.5218237501049814, "Clopper-Pearson", none.exact().orElseThrow());
		assertEquals(0, none.wilson().orElseThrow().lower());
		final Proportion some = Proportion.of("share", 3, 7, 0.9);
		assertInterval(0.1287563928042427, 0.7746784159675522, "Clopper-Pearson", some.exact().orElseThrow());
		assertInterval(0.1864431903639562, 0.710522908986407, "Wilson", some.wilson().orElseThrow());
		assertNear(0.03334399999999998, some.pValueAgainst(0.8));
		assertEquals(1, Proportion.of("share", 5, 5, 0.95).exact().orElseThrow().upper());
		assertEquals(1, Proportion.of("share", 5, 5, 0.95).wilson().orElseThrow().upper());
	}

	@Test
	void aTableTellsAll() {
		final DiagnosticAccuracy one = DiagnosticAccuracy.of(35, 5, 0, 60);
		assertEquals(List.of(1.0, 60 / 65.0, 0.875, 1.0, 0.95), one.proportions().stream().map(Proportion::value).toList());
		assertEquals(13, one.positiveLikelihoodRatio(), 1e-13);
		assertEquals(0, one.negativeLikelihoodRatio());
		assertEquals(60 / 65.0, one.youden(), 1e-15);
		assertEquals(List.of(), one.notes());
	}

	@Test
	void whatIsNotDefinedIsExplained() {
		final DiagnosticAccuracy noPositives = DiagnosticAccuracy.of(0, 0, 0, 4);
		assertTrue(Double.isNaN(noPositives.sensitivity().value()));
		assertTrue(noPositives.sensitivity().exact().isEmpty());
		assertTrue(Double.isNaN(noPositives.youden()));
		assertEquals(List.of("The sensitivity is 0/0: there is no case to take it from.",
			"The positive predictive value is 0/0: there is no case to take it from.",
			"The positive likelihood ratio is 0/0: it is not defined.",
			"The negative likelihood ratio is 0/0: it is not defined."), noPositives.notes());
		final DiagnosticAccuracy perfect = DiagnosticAccuracy.of(3, 0, 0, 4);
		assertEquals(Double.POSITIVE_INFINITY, perfect.positiveLikelihoodRatio());
		assertEquals(List.of("The positive likelihood ratio is infinite: no negative is called positive."), perfect.notes());
		assertEquals(List.of("The negative likelihood ratio is infinite: no negative is called negative."), DiagnosticAccuracy
			.of(1, 4, 1, 0).notes().stream().filter(note -> note.contains("infinite")).toList());
	}

	/** A test turned round has its sensitivity and specificity from 1, its likelihood ratios swapped and inverted. */
	@Test
	void aTestMayBeTurnedRound() {
		final DiagnosticAccuracy one = DiagnosticAccuracy.of(12, 7, 3, 41);
		final DiagnosticAccuracy turned = DiagnosticAccuracy.of(3, 41, 12, 7);
		assertEquals(1 - one.sensitivity().value(), turned.sensitivity().value(), 1e-15);
		assertEquals(-one.youden(), turned.youden(), 1e-15);
		assertEquals(one.positiveLikelihoodRatio(), turned.negativeLikelihoodRatio(), 1e-13);
	}

	private static void assertRefused(final String message, final int tp, final int fp, final int fn, final int tn) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> DiagnosticAccuracy.of(tp, fp, fn, tn))
			.getMessage());
	}

	@Test
	void badCountsAreNamed() {
		assertRefused("The number of false positives is negative: -1", 1, -1, 2, 3);
		assertRefused("Diagnostic accuracy needs at least one case, but all counts are 0", 0, 0, 0, 0);
		assertRefused("Diagnostic accuracy takes up to 2147483647 cases, but there are 2147483648", 0, 1, Integer.MAX_VALUE,
			0);
		assertThrows(IllegalArgumentException.class, () -> DiagnosticAccuracy.of(1, 1, 1, 1, 95));
		assertEquals("A proportion needs a count between 0 and the number of cases, but hits has 3 of 2", assertThrows(
			IllegalArgumentException.class, () -> Proportion.of("hits", 3, 2, 0.95)).getMessage());
	}

	@Test
	void largeCountsDoNotOverflow() {
		final DiagnosticAccuracy one = DiagnosticAccuracy.of(900_000_000, 100_000_000, 100_000_000, 900_000_000);
		assertEquals(0.9, one.accuracy().value());
		assertEquals(0.9, one.accuracy().exact().orElseThrow().lower(), 1e-4);
	}
}
