package io.github.vertebraj.statistics.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.function.Executable;

/** Data that are the same here and in R, and how results are held to R's. */
final class RegressionData {

	/** R's data set mtcars. */
	static final double[] WEIGHT = { 2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78,
		5.25, 5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57,
		2.78 };
	static final double[] POWER = { 110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66,
		52, 65, 97, 150, 150, 245, 175, 66, 91, 113, 264, 175, 335, 109 };
	static final double[] QSEC = { 16.46, 17.02, 18.61, 19.44, 17.02, 20.22, 15.84, 20, 22.9, 18.3, 18.9, 17.4, 17.6, 18,
		17.98, 17.82, 17.42, 19.47, 18.52, 19.9, 20.01, 16.87, 17.3, 15.41, 17.05, 18.9, 16.7, 16.9, 14.5, 15.5, 14.6,
		18.6 };
	static final int[] MANUAL = { 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1,
		1, 1 };

	private RegressionData() {}

	static List<Predictor> weightAndPower() {
		return List.of(Predictor.numeric("wt", WEIGHT), Predictor.numeric("hp", POWER));
	}

	/** i from 0 to 99: x1 = ((i 37) mod 100) / 10. */
	static Predictor x1() {
		return Predictor.numeric("x1", column(100, i -> i * 37 % 100 / 10.0));
	}

	/** Levels a, b, c by (i 7) mod 3. */
	static Predictor group() {
		return Predictor.categorical("group", IntStream.range(0, 100).mapToObj(i -> "abc".substring(i * 7 % 3, i * 7 % 3 +
			1)).toList(), "a");
	}

	static int[] outcomeOfX1AndGroup() {
		return IntStream.range(0, 100).map(i -> (i * i * 13 + i * 5) % 17 / 17.0 + i * 37 % 100 / 10.0 / 20 + (i * 7 % 3 == 1
			? 0.3 : 0) > 0.75 ? 1 : 0).toArray();
	}

	static double[] column(final int n, final IntToDoubleFunction value) {
		return IntStream.range(0, n).mapToDouble(value).toArray();
	}

	/** Holds each coefficient's number to the oracle's, relatively. */
	static void assertEach(final LogisticFit fit, final ToDoubleFunction<Coefficient> number, final double relative,
		final double... truth)
	{
		assertEquals(truth.length, fit.coefficients().size());
		for (int j = 0; j < truth.length; j++)
			assertClose(truth[j], number.applyAsDouble(fit.coefficients().get(j)), relative, fit.coefficients().get(j).name());
	}

	static void assertClose(final double truth, final double actual, final double relative, final String what) {
		assertEquals(truth, actual, relative * Math.abs(truth), what);
	}

	static void assertRefused(final String message, final Executable fit) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, fit).getMessage());
	}
}
