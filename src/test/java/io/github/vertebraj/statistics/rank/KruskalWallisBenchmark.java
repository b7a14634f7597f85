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

/**
 * Three groups, without ties and with few distinct values: O(n log n). R's figures come from {@code g <- rep(1:3,
 * length.out = n); x <- rnorm(n)} or {@code round(10 * rnorm(n))}, {@code system.time(kruskal.test(x, g))}.
 * R 4.2.2 and ours in one session on a 2-core x86-64 VM under load, ms: n = 10^4 30 and 1.4 (tied 15 and 0.7), 10^5 593 and
 * 19 (266 and 11), 10^6 8639 and 649 (1205 and 149).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class KruskalWallisBenchmark {

	@Param({ "10000", "100000", "1000000" })
	private int n;

	@Param({ "distinct", "tied" })
	private String values;

	private final double[][] groups = new double[3][];

	@Setup
	public void setUp() {
		final Random random = new Random(1);
		final boolean tied = "tied".equals(values);
		for (int i = 0; i < groups.length; i++)
			groups[i] = random.doubles((n - i + 2L) / 3).map(any -> random.nextGaussian()).map(value -> tied ? Math.rint(10 *
				value) : value).toArray();
	}

	@Benchmark
	public double test() {
		return KruskalWallisTest.withDefaults().test(groups).pValue();
	}
}
