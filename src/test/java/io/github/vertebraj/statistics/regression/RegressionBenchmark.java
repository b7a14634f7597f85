package io.github.vertebraj.statistics.regression;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A logistic regression of 100000 observations on 5 predictors. R 4.2.2's {@code glm.fit} took 205 ms on the same data in
 * the same session (2-core x86-64 VM under other load), {@link #estimate} 42 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RegressionBenchmark {

	private static final int N = 100_000;
	private static final double[] TRUTH = { 1, -0.5, 0.25, 0, 2 };

	private final List<Predictor> predictors = predictors();
	private final boolean[] outcome = Outcomes.of(outcome());

	/** Column k from 1: ((i (7919 k + 13)) mod 10007) / 10007 for i from 0. */
	static List<Predictor> predictors() {
		return IntStream.rangeClosed(1, TRUTH.length).mapToObj(k -> Predictor.numeric("x" + k, RegressionData.column(N,
			i -> x(i, k)))).toList();
	}

	/** Where (((i mod 9973) 7907) mod 9973) / 9973 is below the probability of log odds −1 + Σ truth · x. */
	static int[] outcome() {
		return IntStream.range(0, N).map(i -> {
			final double eta = IntStream.rangeClosed(1, TRUTH.length).mapToDouble(k -> TRUTH[k - 1] * x(i, k)).sum() - 1;
			return i % 9973 * 7907 % 9973 / 9973.0 < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
		}).toArray();
	}

	private static double x(final long i, final int k) {
		return i * (7919L * k + 13) % 10007 / 10007.0;
	}

	/** The estimates and their standard errors, as glm.fit gives them. */
	@Benchmark
	public double[] estimate() {
		final LogisticModel model = LogisticRegression.withDefaults().model(predictors, outcome);
		return IntStream.range(0, TRUTH.length + 1).mapToDouble(model::standardError).toArray();
	}

	/** All that a result holds, profile intervals and likelihood ratio tests included. */
	@Benchmark
	public LogisticFit fit() {
		return LogisticRegression.withDefaults().fit(predictors, outcome);
	}
}
