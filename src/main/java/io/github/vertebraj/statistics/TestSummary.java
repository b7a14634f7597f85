package io.github.vertebraj.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a table row says of a test.
 *
 * @param test             name of the test: {@code Mann-Whitney U}
 * @param variant          which form of it: {@code exact conditional (ties)}; empty where there is one form only
 * @param reason           why this variant, where the test chose it itself; else empty
 * @param sizes            observations used, one number for each sample
 * @param alternative      one- or two-sided
 * @param statisticName    the usual letter: {@code U}, {@code t}, {@code chi^2}; empty where a test has no statistic
 * @param statistic        NaN where a test has none
 * @param degreesOfFreedom none, one or two
 * @param pValue           0 to 1
 * @param effects          effect sizes, the most usual first; may be empty
 * @param notes            what a reader should know, a sentence each
 */
public record TestSummary(String test, String variant, String reason, List<Integer> sizes, Alternative alternative,
	String statisticName, double statistic, List<Double> degreesOfFreedom, double pValue, List<Effect> effects,
	List<String> notes)
{

	/** @throws IllegalArgumentException if the p-value is no probability and no note says why */
	public TestSummary {
		Objects.requireNonNull(alternative, "alternative");
		sizes = List.copyOf(sizes);
		degreesOfFreedom = List.copyOf(degreesOfFreedom);
		effects = List.copyOf(effects);
		notes = List.copyOf(notes);
		final boolean isExplained = Double.isNaN(pValue) && !notes.isEmpty();
		if (!(pValue >= 0 && pValue <= 1) && !isExplained) throw new IllegalArgumentException("The p-value of " + test +
			" is " + pValue + " without a reason");
	}

	/** The same with another reason for its variant. */
	public TestSummary withReason(final String why) {
		return new TestSummary(test, variant, why, sizes, alternative, statisticName, statistic, degreesOfFreedom, pValue,
			effects, notes);
	}

	/** Begins the summary of a two-sided test. */
	public static Builder of(final String test, final int... sizes) {
		return new Builder(test, sizes);
	}

	/** Collects what a test tells. */
	public static final class Builder {

		private final String test;
		private final List<Integer> sizes = new ArrayList<>();
		private String variant = "";
		private String reason = "";
		private Alternative alternative = Alternative.TWO_SIDED;
		private String statisticName = "";
		private double statistic = Double.NaN;
		private final List<Double> degreesOfFreedom = new ArrayList<>();
		private final List<Effect> effects = new ArrayList<>();
		private final List<String> notes = new ArrayList<>();

		private Builder(final String test, final int... sizes) {
			this.test = test;
			for (final int size : sizes)
				this.sizes.add(size);
		}

		public Builder variant(final String name) {
			variant = name;
			return this;
		}

		/** Why the test chose its variant itself. */
		public Builder because(final String why) {
			reason = why;
			return this;
		}

		public Builder alternative(final Alternative side) {
			alternative = side;
			return this;
		}

		public Builder statistic(final String name, final double value, final double... df) {
			statisticName = name;
			statistic = value;
			for (final double one : df)
				degreesOfFreedom.add(one);
			return this;
		}

		public Builder effect(final Effect effect) {
			effects.add(effect);
			return this;
		}

		public Builder note(final String sentence) {
			notes.add(sentence);
			return this;
		}

		/** The summary; rounding above 1, as sums of probabilities have it, is taken back. */
		public TestSummary pValue(final double p) {
			return new TestSummary(test, variant, reason, sizes, alternative, statisticName, statistic, degreesOfFreedom, p > 1 &&
				p < 1 + 1e-9 ? 1 : p, effects, notes);
		}
	}
}
