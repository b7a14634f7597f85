package io.github.vertebraj.statistics;

import java.util.Objects;

/**
 * A confidence interval.
 *
 * @param lower  its lower end; may be −∞
 * @param upper  its upper end; may be +∞
 * @param level  the confidence, 0 to 1 exclusive
 * @param method whose interval it is: {@code Wilson}, {@code DeLong, logit}
 */
public record Interval(double lower, double upper, double level, String method) {

	/** What papers print. */
	public static final double USUAL_LEVEL = 0.95;

	/** @throws IllegalArgumentException if the level is not between 0 and 1, or the ends are in the wrong order */
	public Interval {
		checkLevel(level);
		Objects.requireNonNull(method, "method");
		if (lower > upper) throw new IllegalArgumentException("The lower end of an interval, " + lower +
			", is above the upper end, " + upper);
	}

	/**
	 * Refuses a level that is no confidence.
	 *
	 * @throws IllegalArgumentException if the level is not between 0 and 1
	 */
	public static double checkLevel(final double level) {
		if (!(level > 0 && level < 1)) throw new IllegalArgumentException(
			"The confidence level must lie between 0 and 1 (0.95 is usual), but is " + level);
		return level;
	}
}
