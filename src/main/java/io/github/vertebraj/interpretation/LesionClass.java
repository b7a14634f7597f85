package io.github.vertebraj.interpretation;

/**
 * On which side of a cited cut-off the mean ADC of a lesion lies. For research only: not a diagnosis.
 *
 * @param outcome at or below, above, or not applicable
 * @param cutoff  in 10^-3 mm²/s
 * @param ruleId  id of the {@link ReferenceRule}; {@code user} for a cut-off of the user's own; empty when not
 *                applicable
 */
public record LesionClass(Outcome outcome, double cutoff, String ruleId) {

	/** The side of the cut-off. */
	public enum Outcome {
		AT_OR_BELOW("at or below cut-off"), ABOVE("above cut-off"), NOT_APPLICABLE("not applicable");

		private final String text;

		Outcome(final String text) {
			this.text = text;
		}

		/** As it stands in tables. */
		public String text() {
			return text;
		}
	}

	/** The cut-off of the rule {@code kaur-2020-lesion}, in 10^-3 mm²/s. */
	public static final double DEFAULT_CUTOFF = 1.21;

	/**
	 * Classes the mean of a focal lesion; only lesions may be classed.
	 *
	 * @param mean   in 10^-3 mm²/s; NaN is not applicable
	 * @param cutoff in 10^-3 mm²/s
	 */
	public static LesionClass ofLesion(final double mean, final double cutoff) {
		if (Double.isNaN(mean)) return notApplicable(cutoff);
		return new LesionClass(mean <= cutoff ? Outcome.AT_OR_BELOW : Outcome.ABOVE, cutoff, cutoff == DEFAULT_CUTOFF
			? "kaur-2020-lesion" : "user");
	}

	/** The class of what is no lesion: normal marrow, a disc. */
	public static LesionClass notApplicable(final double cutoff) {
		return new LesionClass(Outcome.NOT_APPLICABLE, cutoff, "");
	}
}
