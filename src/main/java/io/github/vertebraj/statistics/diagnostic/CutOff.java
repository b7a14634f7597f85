package io.github.vertebraj.statistics.diagnostic;

import java.util.Objects;

/**
 * A threshold with the rule that makes it a decision. Without the rule a printed threshold leaves open what becomes of a
 * score equal to it.
 *
 * @param threshold may be infinite: then all or none are positive; never NaN
 * @param rule      which scores are positive
 */
public record CutOff(double threshold, Rule rule) {

	/** Where the positives lie, and whether the threshold itself is one. */
	public enum Rule {

		AT_OR_ABOVE(">="), ABOVE(">"), AT_OR_BELOW("<="), BELOW("<");

		private final String sign;

		Rule(final String sign) {
			this.sign = sign;
		}

		/** {@code >=}, {@code >}, {@code <=} or {@code <}. */
		public String sign() {
			return sign;
		}

		/** The direction that the rule belongs to. */
		public Direction direction() {
			return this == AT_OR_ABOVE || this == ABOVE ? Direction.HIGHER_IS_POSITIVE : Direction.LOWER_IS_POSITIVE;
		}
	}

	/** @throws IllegalArgumentException if the threshold is not a number */
	public CutOff {
		Objects.requireNonNull(rule, "rule");
		if (Double.isNaN(threshold)) throw new IllegalArgumentException("The threshold of a cut-off must be a number");
	}

	public boolean isPositive(final double score) {
		return switch (rule) {
			case AT_OR_ABOVE -> score >= threshold;
			case ABOVE -> score > threshold;
			case AT_OR_BELOW -> score <= threshold;
			case BELOW -> score < threshold;
		};
	}

	/** As it is printed: {@code positive if score >= 1.21}. */
	public String text() {
		final String number = threshold == Math.rint(threshold) && Math.abs(threshold) < 1e15 ? Long.toString(
			(long) threshold) : Double.toString(threshold);
		return "positive if score " + rule.sign() + " " + number;
	}

	@Override
	public String toString() {
		return text();
	}
}
