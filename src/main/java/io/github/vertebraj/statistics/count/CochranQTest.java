package io.github.vertebraj.statistics.count;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Cochran's Q test that the proportions of three or more (or two) paired binary samples are equal. Subjects that are
 * all 0 or all 1 tell nothing and drop out of Q; where all are so, Q is 0 and p is 1, with a note. With two samples Q
 * is McNemar's χ² without correction.
 * <p>
 * Source: Cochran, Biometrika 1950;37:256, doi:10.1093/biomet/37.3-4.256. Effect size: Serlin, Carr, Marascuilo,
 * Psychol Bull 1982;92:786, doi:10.1037/0033-2909.92.3.786.
 */
public final class CochranQTest {

	/**
	 * Fewer subjects that tell something, times samples, make the χ² distribution a poor approximation (Tate and Brown
	 * 1970).
	 */
	private static final int FEW = 24;

	private static final CochranQTest DEFAULT = new CochranQTest();

	private CochranQTest() {}

	public static CochranQTest withDefaults() {
		return DEFAULT;
	}

	/**
	 * What the test found.
	 *
	 * @param summary      statistic Q, degrees of freedom samples − 1
	 * @param informative  subjects whose values differ
	 * @param positiveSums number of 1 in each sample
	 */
	public record Result(TestSummary summary, int informative, List<Integer> positiveSums) implements TestResult {

		public Result {
			positiveSums = List.copyOf(positiveSums);
		}
	}

	/**
	 * Tests a matrix of 0 and 1.
	 *
	 * @param values indexed [subject][sample]
	 * @throws IllegalArgumentException if there is no subject or only one sample, subjects have not equally many values,
	 *                                  or a value is neither
	 *                                  0 nor 1
	 */
	public Result test(final int[][] values) {
		check(values);
		final int samples = values[0].length;
		final int[] positive = new int[samples];
		long within = 0;
		int informative = 0;
		for (final int[] subject : values) {
			final int sum = Arrays.stream(subject).sum();
			within += (long) sum * (samples - sum);
			if (sum > 0 && sum < samples) informative++;
			for (int j = 0; j < samples; j++)
				positive[j] += subject[j];
		}
		final double statistic = within == 0 ? 0 : (samples - 1.0) * spread(positive) / within;
		final int[] sizes = new int[samples];
		Arrays.fill(sizes, values.length);
		final TestSummary.Builder summary = TestSummary.of("Cochran Q", sizes).statistic("Q", statistic, samples - 1.0)
			.variant("asymptotic").effect(Effect.of("eta squared (Q / (n (k - 1)))", statistic / (values.length *
				(samples - 1.0))));
		if (informative == 0) summary.note("No subject differs between the samples: Q is 0 and p is 1");
		else if ((long) informative * samples < FEW) summary.note("Subjects that differ between the samples: only " +
			informative + "; the chi-square approximation is poor");
		return new Result(summary.pValue(ChiSquaredDistribution.of(samples - 1.0).survivalProbability(statistic)), informative,
			Arrays.stream(positive).boxed().toList());
	}

	/** Number of samples times the sum of squared deviations of their sums: whole numbers, so that nothing cancels. */
	private static double spread(final int[] positive) {
		final long total = Arrays.stream(positive).asLongStream().sum();
		double sum = 0;
		for (final int one : positive) {
			final double deviation = (double) positive.length * one - total;
			sum += deviation * deviation;
		}
		return sum / positive.length;
	}

	private static void check(final int[][] values) {
		if (values.length == 0 || values[0].length < 2) throw new IllegalArgumentException(
			"Cochran's Q needs at least one subject and two samples, but has " + values.length + " subjects" +
				(values.length == 0 ? "" : " and " + values[0].length + " sample(s)"));
		for (int i = 0; i < values.length; i++) {
			if (values[i].length != values[0].length) throw new IllegalArgumentException("Subject " + (i + 1) + " has " +
				values[i].length + " values, but subject 1 has " + values[0].length);
			for (int j = 0; j < values[i].length; j++)
				if (values[i][j] != 0 && values[i][j] != 1) throw new IllegalArgumentException("Subject " + (i + 1) +
					" has " + values[i][j] + " in sample " + (j + 1) + ", but only 0 and 1 are expected");
		}
	}
}
