package io.github.vertebraj.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoncentralTTest {

	/** mpmath: quad of its density over U with 30 digits, findroot; δ = 1.96 √(df + 1). */
	@ParameterizedTest
	@CsvSource({ "1, 0.025, 0.739111471593097765515962728062", "1, 0.975, 88.4714958351756757537307571137",
		"4, 0.025, 2.06431793593075774349597456007", "4, 0.975, 13.3605476064104126810964465075",
		"19, 0.025, 6.06651401633451178038307454324", "19, 0.975, 13.4792568007342801496377130611",
		"99, 0.025, 16.5909573038397711850213949227", "99, 0.975, 23.419116221615593810809386235" })
	void quantilesOfLimits(final double df, final double p, final double expected) {
		assertEquals(expected, new NoncentralT(df, 1.96 * Math.sqrt(df + 1)).quantile(p), 1e-13 * expected);
	}

	/** R 4.2.2: pt(-1, 9, -3), qt(c(.025, .975), 9, -3), pt(3, 4, 1.96 * sqrt(5)); good to 1e-11. */
	@Test
	void negativeNoncentralityAndProbabilities() {
		final NoncentralT negative = new NoncentralT(9, -3);
		assertEquals(0.975773731071758, negative.cumulativeProbability(-1), 1e-11);
		assertEquals(-6.651212006093, negative.quantile(0.025), 1e-9);
		assertEquals(-1.01277025826177, negative.quantile(0.975), 1e-9);
		assertEquals(0.13863758884179, new NoncentralT(4, 1.96 * Math.sqrt(5)).cumulativeProbability(3), 1e-11);
	}

	@ParameterizedTest
	@CsvSource({ "1", "2", "10", "1000" })
	void withoutNoncentralityItIsStudents(final double df) {
		final NoncentralT t = new NoncentralT(df, 0);
		for (final double x : new double[] { -30, -2, -0.01, 0, 0.3, 5 })
			assertEquals(TDistribution.of(df).cumulativeProbability(x), t.cumulativeProbability(x), 1e-13, "t = " + x);
	}

	@ParameterizedTest
	@CsvSource({ "1, 0.1", "3, 40", "99999, 619.8" })
	void quantilesUndoProbabilities(final double df, final double delta) {
		final NoncentralT t = new NoncentralT(df, delta);
		for (final double p : new double[] { 1e-4, 0.025, 0.5, 0.975 })
			assertEquals(p, t.cumulativeProbability(t.quantile(p)), 1e-13);
	}
}
