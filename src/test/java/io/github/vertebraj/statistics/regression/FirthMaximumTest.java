package io.github.vertebraj.statistics.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Firth's likelihood of separated outcomes has several maxima at times; the highest is wanted. */
class FirthMaximumTest {

	private static final int STARTS = 25;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void noStartLeadsHigher(final long seed) {
		final Random random = new Random(seed);
		final int n = 20 + random.nextInt(60);
		final double[] x = random.doubles(n, 0, 3).toArray();
		final double[] z = random.doubles(n).map(uniform -> Math.pow(uniform, 4) * 1000).toArray();
		final boolean[] outcome = new boolean[n];
		for (int i = 0; i < n; i++)
			outcome[i] = x[i] > 1.2; // separated by x
		final List<Predictor> predictors = List.of(Predictor.numeric("x", x), Predictor.numeric("z", z));
		final Likelihood likelihood = new Likelihood(Basis.of(predictors, n), outcome, Estimation.FIRTH);
		final Ascent ascent = new Ascent(likelihood, 1e-12);
		final Point found = ascent.climb().point();
		double highest = found.value();
		for (int i = 0; i < STARTS; i++) {
			final double[] start = found.position().clone();
			for (int k = 0; k < start.length; k++)
				start[k] += 10 * random.nextGaussian();
			highest = Math.max(highest, ascent.climb(start, Fixed.nothing(start.length)).point().value());
		}
		assertEquals(highest, found.value(), 1e-8);
	}
}
