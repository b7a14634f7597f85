package io.github.vertebraj.statistics.comparison;

import java.util.List;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.comparison.Observations.Counts;
import io.github.vertebraj.statistics.comparison.Observations.Groups;
import io.github.vertebraj.statistics.comparison.Observations.Repeated;
import io.github.vertebraj.statistics.comparison.Observations.RepeatedCategories;
import io.github.vertebraj.statistics.comparison.Observations.Summaries;
import io.github.vertebraj.statistics.count.ChiSquareTest;
import io.github.vertebraj.statistics.count.CochranQTest;
import io.github.vertebraj.statistics.count.ContinuityCorrection;
import io.github.vertebraj.statistics.count.FisherExactTest;
import io.github.vertebraj.statistics.rank.FriedmanTest;
import io.github.vertebraj.statistics.rank.KendallCorrelation;
import io.github.vertebraj.statistics.rank.KruskalWallisTest;
import io.github.vertebraj.statistics.rank.MannWhitneyTest;
import io.github.vertebraj.statistics.count.McNemarTest;
import io.github.vertebraj.statistics.mean.OneWayAnova;
import io.github.vertebraj.statistics.rank.PearsonCorrelation;
import io.github.vertebraj.statistics.mean.SampleSummary;
import io.github.vertebraj.statistics.rank.SpearmanCorrelation;
import io.github.vertebraj.statistics.mean.TTest;
import io.github.vertebraj.statistics.mean.Variances;
import io.github.vertebraj.statistics.rank.WilcoxonSignedRankTest;

/** Hands observations to the test that was named, by the shape that it wants them in. */
record TestRun(Comparison comparison, DoubleConsumer progress) {

	private static final int TWO = 2;

	TestSummary of(final Observations data) {
		return result(data).summary();
	}

	private TestResult result(final Observations data) {
		return switch (comparison.test()) {
			case STUDENT_T -> t(data, Variances.EQUAL);
			case WELCH_T -> t(data, Variances.UNEQUAL);
			case PAIRED_T -> pairedT(two(repeated(data)));
			case ANOVA -> anova(data, Variances.EQUAL);
			case WELCH_ANOVA -> anova(data, Variances.UNEQUAL);
			case MANN_WHITNEY -> mannWhitney(two(groups(data)));
			case WILCOXON -> wilcoxon(two(repeated(data)));
			case KRUSKAL_WALLIS -> KruskalWallisTest.withDefaults().with(comparison.pMethod()).test(progress, twoSided(groups(
				data)).values().toArray(double[][]::new));
			case FRIEDMAN -> FriedmanTest.withDefaults().with(comparison.pMethod()).test(twoSided(repeated(data)).rows(), progress);
			case FISHER -> FisherExactTest.withDefaults().with(comparison.alternative()).withLevel(comparison.level()).test(
				counts(data), progress);
			case CHI_SQUARE -> chiSquare(data, ContinuityCorrection.NONE);
			case CHI_SQUARE_YATES -> chiSquare(data, ContinuityCorrection.YATES);
			case MCNEMAR -> mcNemar(two(categories(data)));
			case COCHRAN_Q -> CochranQTest.withDefaults().test(twoSided(categories(data)).rows());
			case PEARSON -> pearson(two(repeated(data)));
			case SPEARMAN -> spearman(two(repeated(data)));
			case KENDALL -> kendall(two(repeated(data)));
			case AUTO -> throw new IllegalStateException("a test is proposed before it is run");
		};
	}

	private TestResult t(final Observations data, final Variances variances) {
		final TTest test = TTest.withDefaults().with(comparison.alternative()).with(variances).withLevel(comparison.level());
		if (data instanceof Summaries summaries) {
			final List<SampleSummary> samples = two(summaries).samples();
			return test.test(samples.get(0), samples.get(1));
		}
		final List<double[]> values = two(groups(data)).values();
		return test.test(values.get(0), values.get(1));
	}

	private TestResult pairedT(final Repeated data) {
		return TTest.withDefaults().with(comparison.alternative()).withLevel(comparison.level()).testPaired(data.condition(0),
			data.condition(1));
	}

	private TestResult anova(final Observations data, final Variances variances) {
		final OneWayAnova test = OneWayAnova.withDefaults().with(variances);
		return data instanceof Summaries summaries ? test.testSummaries(twoSided(summaries).samples()) : test.test(twoSided(
			groups(data)).values());
	}

	private TestResult mannWhitney(final Groups data) {
		return MannWhitneyTest.withDefaults().with(comparison.alternative()).with(comparison.pMethod()).withLevel(comparison
			.level()).test(data.values().get(0), data.values().get(1));
	}

	private TestResult wilcoxon(final Repeated data) {
		return WilcoxonSignedRankTest.withDefaults().with(comparison.alternative()).with(comparison.pMethod()).with(comparison
			.zeros()).withLevel(comparison.level()).test(data.condition(0), data.condition(1));
	}

	private TestResult chiSquare(final Observations data, final ContinuityCorrection correction) {
		return ChiSquareTest.withDefaults().with(correction).withLevel(comparison.level()).test(twoSided(data, counts(data)));
	}

	private TestResult mcNemar(final RepeatedCategories data) {
		final int[][] counts = new int[TWO][TWO];
		for (final int[] row : data.rows())
			counts[row[0]][row[1]]++;
		return McNemarTest.withDefaults().with(comparison.pMethod()).withLevel(comparison.level()).test(twoSided(data,
			CountTable.of(counts)));
	}

	private TestResult pearson(final Repeated data) {
		return PearsonCorrelation.withDefaults().with(comparison.alternative()).withLevel(comparison.level()).test(data
			.condition(0), data.condition(1));
	}

	private TestResult spearman(final Repeated data) {
		return SpearmanCorrelation.withDefaults().with(comparison.alternative()).with(comparison.pMethod()).withLevel(
			comparison.level()).test(data.condition(0), data.condition(1));
	}

	private TestResult kendall(final Repeated data) {
		return KendallCorrelation.withDefaults().with(comparison.alternative()).with(comparison.pMethod()).withLevel(
			comparison.level()).test(data.condition(0), data.condition(1));
	}

	private Groups groups(final Observations data) {
		if (data instanceof Groups groups) return groups;
		throw unsuited("numbers of independent groups", data);
	}

	private Repeated repeated(final Observations data) {
		if (data instanceof Repeated repeated) return repeated;
		throw unsuited("numbers of the same subjects", data);
	}

	private CountTable counts(final Observations data) {
		if (data instanceof Counts counts) return counts.counts();
		throw unsuited("categories of independent groups", data);
	}

	private RepeatedCategories categories(final Observations data) {
		if (!(data instanceof RepeatedCategories categories)) throw unsuited("categories of the same subjects", data);
		if (categories.categories().size() != TWO) throw new IllegalArgumentException(comparison.test().key() +
			" needs two categories, but there are " + categories.categories().size() + ": " + String.join(", ", categories
				.categories()));
		return categories;
	}

	private <T extends Observations> T two(final T data) {
		if (data.names().size() == TWO) return data;
		throw new IllegalArgumentException(comparison.test().key() + " compares two, but there are " + data.names().size() +
			": " + String.join(", ", data.names()) + "; take a test for more, and pairwise for each two of them");
	}

	private <T extends Observations> T twoSided(final T data) {
		return twoSided(data, data);
	}

	private <T> T twoSided(final Observations data, final T input) {
		if (comparison.alternative() == Alternative.TWO_SIDED) return input;
		throw new IllegalArgumentException(comparison.test().key() + " of " + data.names().size() +
			" groups has no sides: alternative must be two-sided, but is " + comparison.alternative().key());
	}

	private IllegalArgumentException unsuited(final String needed, final Observations data) {
		return new IllegalArgumentException(comparison.test().key() + " needs " + needed + ", but these are " + data.kind() +
			"; auto would take " + proposal(data));
	}

	private static String proposal(final Observations data) {
		return Proposal.of(data).test().key();
	}
}
