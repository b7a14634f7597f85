package io.github.vertebraj.fatfraction;

import io.github.vertebraj.statistics.Keyed;

/**
 * Which way the phase of a scanner's complex images runs. With the wrong sign fat lies on the other side of water, and
 * nothing fits: the residual of the two signs tells them apart.
 */
public enum PhaseSign implements Keyed {

	/** A higher frequency turns the phase forwards, so that fat turns backwards against water. */
	POSITIVE("positive", 1),

	/** A higher frequency turns the phase backwards. */
	NEGATIVE("negative", -1);

	private final String key;
	private final int factor;

	PhaseSign(final String key, final int factor) {
		this.key = key;
		this.factor = factor;
	}

	/** The name used in macros and tables. */
	@Override
	public String key() {
		return key;
	}

	/** What the imaginary part, or the phase, is multiplied by. */
	public int factor() {
		return factor;
	}

	/**
	 * @param key a name as {@link #key()} gives it, in any case
	 * @throws IllegalArgumentException when there is no such sign; the message lists those there are
	 */
	public static PhaseSign of(final String key) {
		return Keyed.of(PhaseSign.class, "phase sign", key);
	}
}
