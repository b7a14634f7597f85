package io.github.vertebraj.interpretation;

/**
 * On which side of a cut-off the mean ADC of a focal lesion lies. For research only: it places a number beside a
 * published one, and is never a diagnosis.
 *
 * @param outcome at or below, above, or not applicable
 * @param cutoff  in 10^-3 mm²/s
 * @param ruleId  id of the {@link ReferenceRule} that has this cut-off; {@code user} for a cut-off of the user's own;
 *                empty text when not applicable
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

	/** What tables name as the rule when the cut-off is the user's own. */
	public static final String USER = "user";

	/** The rule for focal lesions. */
	public static ReferenceRule rule() {
		return ReferenceRule.of("kaur-2020-lesion");
	}

	/** The cut-off of the rule for focal lesions, in 10^-3 mm²/s. */
	public static double defaultCutoff() {
		return rule().threshold().orElseThrow();
	}

	/**
	 * Classes the mean of a focal lesion. Only for regions that were named as lesions: normal marrow lies below the usual
	 * cut-off.
	 *
	 * @param mean   in 10^-3 mm²/s; NaN, which is not measurable, and 0 or less, which no tissue has, are not applicable
	 * @param cutoff in 10^-3 mm²/s
	 * @throws IllegalArgumentException if the cut-off is not a finite number above 0
	 */
	public static LesionClass ofLesion(final double mean, final double cutoff) {
		if (!(mean > 0)) return notApplicable(cutoff); // a negative ADC is an error of measurement
		checkCutoff(cutoff);
		return new LesionClass(mean <= cutoff ? Outcome.AT_OR_BELOW : Outcome.ABOVE, cutoff, cutoff == defaultCutoff()
			? rule().id() : USER);
	}

	/**
	 * The class of what is no lesion: normal marrow, a disc, a region that nobody named.
	 *
	 * @throws IllegalArgumentException if the cut-off is not a finite number above 0
	 */
	public static LesionClass notApplicable(final double cutoff) {
		checkCutoff(cutoff);
		return new LesionClass(Outcome.NOT_APPLICABLE, cutoff, "");
	}

	private static void checkCutoff(final double cutoff) {
		if (!(cutoff > 0) || Double.isInfinite(cutoff)) throw new IllegalArgumentException(
			"The cut-off must be a number above 0 in 10^-3 mm^2/s, but is " + cutoff);
	}
}
