package io.github.vertebraj.statistics.rank;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.github.vertebraj.statistics.PMethod;

/**
 * Mann-Whitney of two samples of that size each: up to 180 by counting all arrangements, above by the normal
 * approximation, O(n log n); up to 10^5 with the Hodges-Lehmann shift and its interval. Peers, in ms on a 2-core x86-64
 * VM, p-value only: R 4.2.2 wilcox.test of distinct values 25 (n = 80, exact), 553 (150, exact), 28 (10^4), 360 (10^5),
 * 5250 (10^6), of tied values, never exact, 13 (10^4), 146 (10^5), 1810 (10^6); scipy 1.17.1 mannwhitneyu 320 (10^6).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class MannWhitneyBenchmark {

	@Param({ "80", "150", "180", "10000", "100000", "1000000" })
	private int size;

	@Param({ "distinct", "tied" })
	private String values;

	private double[] x;
	private double[] y;

	@Setup
	public void setUp() {
		x = sample(1);
		y = sample(2);
	}

	private double[] sample(final long seed) {
		return new Random(seed).doubles(size).map(v -> values.equals("tied") ? Math.floor(v * 100) : v).toArray();
	}

	@Benchmark
	public MannWhitneyTest.Result test() {
		return MannWhitneyTest.withDefaults().with(size <= 180 ? PMethod.EXACT : PMethod.AUTO).test(x, y);
	}
}
