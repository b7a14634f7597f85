package io.github.vertebraj.statistics.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;

import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class OptimismCorrectionTest {

	/** R: i <- 0:39; x1 <- (i*7) %% 11; x2 <- (i*5) %% 13; y <- ((i*3) %% 7 + x1/4 + (i*17) %% 5 / 2) > 5. */
	private static final double[][] X = new double[40][];
	private static final boolean[] Y = new boolean[40];
	static {
		for (int i = 0; i < 40; i++) {
			X[i] = new double[] { i * 7 % 11, i * 5 % 13 };
			Y[i] = i * 3 % 7 + X[i][0] / 4 + i * 17 % 5 / 2.0 > 5;
		}
	}

	private static Optional<IntToDoubleFunction> leastSquares(final int[] rows) {
		final OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
		fit.newSampleData(Arrays.stream(rows).mapToDouble(row -> Y[row] ? 1 : 0).toArray(), Arrays.stream(rows).mapToObj(
			row -> X[row]).toArray(double[][]::new));
		final double[] b = fit.estimateRegressionParameters();
		return Optional.of(row -> 1e-9 * Math.rint(1e9 * (b[0] + b[1] * X[row][0] + b[2] * X[row][1])));
	}

	/**
	 * R 4.2.2, the same bootstrap by hand, 20000 resamples: apparent 0.6491228070175439, optimism 0.06545 with a standard
	 * error of 0.00055 (rms 6.5.0, validate of the logistic model of these data: 0.0653).
	 */
	@Test
	void leastSquaresIsAsOptimisticAsInR() {
		final OptimismCorrection.Result result = OptimismCorrection.withDefaults().withReplicates(4000).correct(Y,
			OptimismCorrectionTest::leastSquares);
		assertEquals(0.6491228070175439, result.apparent(), 1e-14);
		// 4 standard errors of the difference: 0.078 / sqrt(4000) and R's.
		assertEquals(0.06545, result.optimism(), 4 * 0.00136);
		assertEquals(result.apparent() - result.optimism(), result.corrected());
		assertEquals(List.of(), result.notes());
	}

	/** A score that nothing was fitted for has no optimism but that of the sampling, which is 0 on average. */
	@Test
	void aFixedScoreIsHardlyOptimistic() {
		final OptimismCorrection.Result result = OptimismCorrection.withDefaults().withReplicates(5000).correct(Y,
			rows -> Optional.of(row -> X[row][0]));
		assertEquals(0, result.optimism(), 4 * 0.09 / Math.sqrt(5000));
	}

	@Test
	void theSeedAloneDecides() {
		final OptimismCorrection one = OptimismCorrection.withDefaults().withReplicates(20);
		assertEquals(one.correct(Y, OptimismCorrectionTest::leastSquares), one.correct(Y,
			OptimismCorrectionTest::leastSquares));
		assertTrue(one.correct(Y, OptimismCorrectionTest::leastSquares).optimism() != one.withSeed(7).correct(Y,
			OptimismCorrectionTest::leastSquares).optimism());
	}

	@Test
	void resamplesOfOneClassAreDrawnAgain() {
		final OptimismCorrection.Result result = OptimismCorrection.withDefaults().withReplicates(1000).correct(new boolean[] {
			true, false, false }, rows -> Optional.of(row -> row));
		// (8 + 1) / 27 of all resamples: 500 redrawn for 1000 that are kept, standard deviation 27.
		assertEquals(500, result.redrawn(), 110);
		assertEquals(result.redrawn() + " resamples had one class only and were drawn again.", result.notes().get(0));
		assertEquals(0, result.failed());
	}

	@Test
	void failedFitsAreLeftOutAndCounted() {
		final int[] calls = new int[1];
		final OptimismCorrection.Result result = OptimismCorrection.withDefaults().withReplicates(10).correct(Y, rows -> {
			calls[0]++;
			if (calls[0] == 3) return Optional.empty();
			return Optional.of(row -> calls[0] == 5 ? Double.NaN : X[row][0]);
		});
		assertEquals(2, result.failed());
		assertEquals(List.of("The model could not be fitted to 2 of 10 resamples, which were left out."), result.notes());
		assertTrue(Double.isFinite(result.corrected()));
	}

	@Test
	void withoutAnyFitTheOptimismIsUnknown() {
		final int[] calls = new int[1];
		final OptimismCorrection.Result result = OptimismCorrection.withDefaults().withReplicates(5).correct(Y,
			rows -> calls[0]++ == 0 ? Optional.of(row -> row) : Optional.empty());
		assertTrue(Double.isNaN(result.corrected()));
		assertEquals(List.of("The model could not be fitted to any resample: its optimism is unknown."), result.notes());
	}

	@Test
	void badRequestsAreRefused() {
		final OptimismCorrection one = OptimismCorrection.withDefaults();
		assertEquals("An AUC needs positives and negatives, but all 3 cases are of one class", assertThrows(
			IllegalArgumentException.class, () -> one.correct(new boolean[3], rows -> Optional.of(row -> row))).getMessage());
		assertEquals("The model cannot be fitted to all 40 cases, so its AUC cannot be corrected", assertThrows(
			IllegalArgumentException.class, () -> one.correct(Y, rows -> Optional.empty())).getMessage());
		assertThrows(IllegalArgumentException.class, () -> one.withReplicates(0));
		// A fault of the model is not taken for a failed fit.
		assertThrows(IllegalStateException.class, () -> one.correct(Y, rows -> {
			throw new IllegalStateException();
		}));
	}

	@Test
	void itReportsAndStops() {
		assertThrows(CancellationException.class, () -> OptimismCorrection.withDefaults().correct(Y, rows -> Optional.of(
			row -> row), done -> {
				if (done > 0.1) Thread.currentThread().interrupt();
			}));
		assertTrue(Thread.interrupted());
	}
}
