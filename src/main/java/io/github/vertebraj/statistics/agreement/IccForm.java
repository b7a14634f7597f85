package io.github.vertebraj.statistics.agreement;

import io.github.vertebraj.statistics.Keyed;

/**
 * The six intraclass correlations of Shrout and Fleiss 1979 (doi:10.1037/0033-2909.86.2.420): the first number tells
 * where the raters come from, the second whether one rating or the mean of all k is to be relied on.
 */
public enum IccForm implements Keyed {

	/** Each subject has raters of its own; one rating. */
	ICC_1_1("ICC(1,1)", "ICC(1)"),

	/** The same raters, a sample of all raters, for each subject; one rating; raters' offsets count: absolute agreement. */
	ICC_2_1("ICC(2,1)", "ICC(A,1)"),

	/** These raters and no others; one rating; raters' offsets don't count: consistency. */
	ICC_3_1("ICC(3,1)", "ICC(C,1)"),

	/** As ICC(1,1), for the mean of the k ratings. */
	ICC_1_K("ICC(1,k)", "ICC(k)"),

	/** As ICC(2,1), for the mean of the k ratings. */
	ICC_2_K("ICC(2,k)", "ICC(A,k)"),

	/** As ICC(3,1), for the mean of the k ratings (Cronbach's α). */
	ICC_3_K("ICC(3,k)", "ICC(C,k)");

	private final String key;
	private final String mcGrawWong;

	IccForm(final String key, final String mcGrawWong) {
		this.key = key;
		this.mcGrawWong = mcGrawWong;
	}

	@Override
	public String key() {
		return key;
	}

	/** The name that McGraw and Wong 1996 gave it. */
	public String mcGrawWong() {
		return mcGrawWong;
	}

	/** @throws IllegalArgumentException when there is no such form; the message lists those there are */
	public static IccForm of(final String key) {
		return Keyed.of(IccForm.class, "intraclass correlation", key);
	}

	/** The form of one rating that belongs to this one. */
	IccForm single() {
		return switch (this) {
			case ICC_1_1, ICC_1_K -> ICC_1_1;
			case ICC_2_1, ICC_2_K -> ICC_2_1;
			case ICC_3_1, ICC_3_K -> ICC_3_1;
		};
	}
}
