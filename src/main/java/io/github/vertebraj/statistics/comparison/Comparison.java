package io.github.vertebraj.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.rank.DunnTest;
import io.github.vertebraj.statistics.rank.Zeros;

/**
 * One test for any kind of observations: refuses data that it is not made for and says which would suit.
 *
 * @param test        {@code AUTO} takes what {@link Proposal} proposes
 * @param alternative of two samples; a test of more is two-sided
 * @param pMethod     of tests with a discrete distribution
 * @param zeros       of the signed-rank test
 * @param level       of the intervals
 */
public record Comparison(TestName test, Alternative alternative, PMethod pMethod, Zeros zeros, double level) {

	/** What tests two of the groups when a test has compared all of them. */
	private static final Map<TestName, TestName> OF_PAIRS = Map.of(TestName.ANOVA, TestName.STUDENT_T,
		TestName.WELCH_ANOVA, TestName.WELCH_T, TestName.FRIEDMAN, TestName.WILCOXON, TestName.COCHRAN_Q, TestName.MCNEMAR);

	/**
	 * Two of the groups compared.
	 *
	 * @param names of the two
	 */
	public record PairResult(List<String> names, TestSummary summary) {

		public PairResult {
			names = List.copyOf(names);
		}
	}

	public Comparison {
		Interval.checkLevel(level);
	}

	/** The test of that name, two-sided, with 95 % intervals and all else by default. */
	public static Comparison by(final TestName test) {
		return new Comparison(test, Alternative.TWO_SIDED, PMethod.AUTO, Zeros.DROPPED, Interval.USUAL_LEVEL);
	}

	/** The same with another test. */
	public Comparison with(final TestName other) {
		return new Comparison(other, alternative, pMethod, zeros, level);
	}

	/**
	 * Compares all groups.
	 *
	 * @param progress takes the part that is done, 0 to 1, where it takes long
	 * @throws IllegalArgumentException if the test is not made for the data, or refuses them
	 */
	public TestSummary run(final Observations data, final DoubleConsumer progress) {
		if (test != TestName.AUTO) return new TestRun(this, progress).of(data);
		final Proposal proposal = sided(Proposal.of(data), data);
		try {
			return because(proposal.reason(), new TestRun(with(proposal.test()), progress).of(data));
		}
		catch (final IllegalArgumentException e) {
			if (proposal.test() != TestName.FISHER || alternative != Alternative.TWO_SIDED) throw e;
			return because(proposal.reason() + ", but: " + e.getMessage(), new TestRun(with(TestName.CHI_SQUARE), progress).of(
				data));
		}
	}

	/** The chi-square test has no sides, Fisher's of a fourfold table has. */
	private Proposal sided(final Proposal proposal, final Observations data) {
		final boolean isFourfold = data instanceof Observations.Counts counts && counts.names().size() == 2 && counts
			.categories().size() == 2;
		if (proposal.test() != TestName.CHI_SQUARE || alternative == Alternative.TWO_SIDED || !isFourfold) return proposal;
		return new Proposal(TestName.FISHER, proposal.reason() + ", one-sided");
	}

	private static TestSummary because(final String proposed, final TestSummary summary) {
		return summary.withReason("auto: " + proposed + (summary.reason().isEmpty() ? "" : "; " + summary.reason()));
	}

	/**
	 * Compares each two of the groups, in their order, with the test for two that belongs to the test for all; proposed for
	 * each pair by itself where counts decide.
	 */
	public List<PairResult> runPairs(final Observations data, final DoubleConsumer progress) {
		final boolean isByPair = test == TestName.AUTO && data instanceof Observations.Counts;
		final TestName all = test == TestName.AUTO && !isByPair ? Proposal.of(data).test() : test;
		if (all == TestName.KRUSKAL_WALLIS && data instanceof Observations.Groups groups) return DunnTest.withDefaults().test(
			groups.values().toArray(double[][]::new)).stream().map(result -> new PairResult(List.of(groups.names().get(result
				.first()), groups.names().get(result.second())), result.summary())).toList();
		final Comparison ofPair = with(OF_PAIRS.getOrDefault(all, all));
		final List<PairResult> results = new ArrayList<>();
		for (int i = 0; i < data.names().size(); i++)
			for (int j = i + 1; j < data.names().size(); j++) {
				final Observations pair = data.pair(i, j);
				results.add(new PairResult(pair.names(), ofPair.run(pair, progress)));
			}
		return results;
	}
}
