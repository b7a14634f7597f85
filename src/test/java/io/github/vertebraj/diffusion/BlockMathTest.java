package io.github.vertebraj.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

class BlockMathTest {

	@Test
	void logarithms() {
		final Random random = new Random(2);
		final double[] x = DoubleStream.concat(DoubleStream.of(1, Math.sqrt(0.5), Math.sqrt(2), Math.nextUp(1.0), Math
			.nextDown(1.0), Double.MIN_NORMAL, Double.MAX_VALUE, 2, 0.5, 1e-300), random.doubles(5003, -700, 700).map(
				Math::exp)).toArray();
		final double[] log = x.clone();
		new BlockLog().apply(log, log.length);
		for (int i = 0; i < x.length; i++)
			assertEquals(Math.log(x[i]), log[i], 1.01 * Math.ulp(Math.log(x[i])), "ln " + x[i]);
	}

	@Test
	void noLogarithms() {
		final double[] x = { 0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -Double.MIN_VALUE,
			Double.MIN_VALUE, 7 };
		new BlockLog().apply(x, x.length - 1);
		for (int i = 0; i < x.length - 1; i++)
			assertEquals(Double.NaN, x[i]);
		assertEquals(7, x[8], "not asked for");
	}

	@Test
	void exponentials() {
		final Random random = new Random(2);
		final double[] x = DoubleStream.concat(DoubleStream.of(0, -0.0, -Double.MIN_VALUE, -1e-17, -708, -0.5 * Math.log(2)),
			random.doubles(5003, -700, 0)).toArray();
		final double[] exp = new double[x.length + 3];
		System.arraycopy(x, 0, exp, 3, x.length);
		new BlockExp().apply(exp, 3, x.length);
		for (int i = 0; i < x.length; i++)
			assertEquals(Math.exp(x[i]), exp[i + 3], 2 * Math.ulp(Math.exp(x[i])), "e^" + x[i]);
	}

	@Test
	void exponentialsThatAreNone() {
		final double[] x = { -1e4, Double.NEGATIVE_INFINITY, Double.NaN };
		new BlockExp().apply(x, 0, 3);
		assertEquals(0, x[0], 1e-300);
		assertEquals(0, x[1], 1e-300);
		assertEquals(Double.NaN, x[2]);
	}

	@Test
	void signs() {
		final float[] values = new float[3000];
		values[7] = -1;
		values[8] = -0f;
		values[2999] = Float.NEGATIVE_INFINITY;
		values[1500] = -Float.MIN_VALUE;
		final SignCounter counter = new SignCounter();
		assertEquals(3, counter.negative(values, 0, 3000));
		assertEquals(1, counter.negative(values, 5, 1000));
		values[1024] = Float.NaN;
		assertEquals(-1, counter.negative(values, 0, 3000));
		assertEquals(2, counter.negative(values, 1025, 1975));
		values[1024] = Float.intBitsToFloat(0xffc00000);
		assertEquals(-1, counter.negative(values, 1024, 1));
	}
}
