package io.github.vertebraj.interpretation;

import io.github.vertebraj.interpretation.ReferenceRule.Direction;

/**
 * On which side of a published cut-off the value of a focal lesion lies. For research only: it places a number beside a
 * published one, and is never a diagnosis.
 *
 * @param rule that has the cut-off
 * @param text {@code below cut-off}, {@code at or above cut-off} and so on; {@code not applicable} for what is no lesion
 *             or not measurable
 */
public record CutOffClass(ReferenceRule rule, String text) {

	private static final String NOT_APPLICABLE = "not applicable";

	/**
	 * Classes a value.
	 *
	 * @param isLesion whether the region was named as a lesion: what was found in lesions says nothing about normal marrow
	 * @param value    in the rule's unit; NaN when not measurable
	 * @throws IllegalArgumentException when the rule has no cut-off
	 */
	public static CutOffClass of(final ReferenceRule rule, final boolean isLesion, final double value) {
		final double cutoff = rule.threshold().orElseThrow(() -> new IllegalArgumentException("The rule " + rule.id() +
			" has no cut-off"));
		if (!isLesion || Double.isNaN(value)) return new CutOffClass(rule, NOT_APPLICABLE);
		final boolean withCutoffAbove = rule.direction() == Direction.BELOW;
		final String below = withCutoffAbove ? "below cut-off" : "at or below cut-off";
		final String above = withCutoffAbove ? "at or above cut-off" : "above cut-off";
		return new CutOffClass(rule, value < cutoff || value == cutoff && !withCutoffAbove ? below : above);
	}
}
