package io.github.vertebraj.statistics.mean;

import io.github.vertebraj.statistics.Keyed;

/** What a comparison of means takes the groups' variances for. */
public enum Variances implements Keyed {

	/** One variance, pooled: Student's t test, Fisher's analysis of variance. */
	EQUAL("equal"),

	/** A variance for each group: Welch's tests. */
	UNEQUAL("unequal");

	private final String key;

	Variances(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such choice; the message lists those there are */
	public static Variances of(final String key) {
		return Keyed.of(Variances.class, "assumption on variances", key);
	}
}
