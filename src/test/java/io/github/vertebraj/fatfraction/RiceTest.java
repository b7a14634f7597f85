package io.github.vertebraj.fatfraction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiceTest {

	/** scipy 1.17.1: x + log(special.ive(0, x)) and special.ive(1, x) / special.ive(0, x). */
	@ParameterizedTest
	@CsvSource({ //
		"0, 0, 0", //
		"0.01, 2.49998437516011e-05, 0.00499993750104165", //
		"1, 0.235914358507179, 0.446389965896535", //
		"3.7, 2.16775199914333, 0.850906424954456", //
		"3.8, 2.25306790734893, 0.855366224398542", //
		"12, 9.84950249910284, 0.957381405395242", //
		"700, 695.805699998443, 0.999285458818426" })
	void againstScipy(final double x, final double log, final double ratio) {
		assertEquals(log, Rice.logI0(x), 3e-7 * Math.max(1, log));
		assertEquals(ratio, Rice.ratio(x), 1e-6);
	}
}
