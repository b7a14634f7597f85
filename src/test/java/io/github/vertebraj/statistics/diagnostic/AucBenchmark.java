package io.github.vertebraj.statistics.diagnostic;

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
 * The AUC of as many positives as negatives, sorting included. Peer: pROC 1.18.0,
 * {@code ci.auc(roc(y, x, direction = "<"), method = "delong")}. On a busy 2-core x86-64 VM, 10⁶ scores took pROC 800 to
 * 1900 ms in four runs (medians) and this 90 to 240 ms: a ratio of 0.06 to 0.25, as the load had it. 10⁵ scores: 110 and
 * 8 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class AucBenchmark {

	@Param({ "1000000", "100000" })
	private int cases;

	private double[] positives;
	private double[] negatives;
	private double[] otherPositives;
	private double[] otherNegatives;

	/** Normal scores, one standard deviation apart, no ties. */
	@Setup
	public void setUp() {
		final Random random = new Random(1);
		positives = random.doubles(cases / 2).map(score -> random.nextGaussian() + 1).toArray();
		negatives = random.doubles(cases / 2).map(score -> random.nextGaussian()).toArray();
		otherPositives = random.doubles(cases / 2).map(score -> random.nextGaussian() + 1).toArray();
		otherNegatives = random.doubles(cases / 2).map(score -> random.nextGaussian()).toArray();
	}

	@Benchmark
	public AucEstimate aucWithDeLongInterval() {
		return AucInterval.withDefaults().of(Curves.higher(positives, negatives));
	}

	@Benchmark
	public DeLongTest.Result pairedComparison() {
		return DeLongTest.withDefaults().paired(Curves.higher(positives, negatives), Curves.higher(otherPositives,
			otherNegatives));
	}

	@Benchmark
	public AucEstimate bootstrapOfTwoHundred() {
		return AucInterval.withDefaults().with(AucMethod.BOOTSTRAP).withReplicates(200).of(Curves.higher(positives,
			negatives));
	}
}
