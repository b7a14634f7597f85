package io.github.vertebraj.fatfraction;

/** What a reader should know about a voxel whose fat fraction is given. */
public enum FatFlag {

	/** The signal cannot tell whether water or fat dominates: the other answer fits as well. */
	AMBIGUOUS(1),

	/** The opposed-phase signal is above the in-phase signal, which noise or misregistration does, never fat. */
	OPPOSED_BRIGHTER(2),

	/** A signal is negative: no magnitude, or a scale that does not fit. */
	NEGATIVE_SIGNAL(4);

	private final int code;

	FatFlag(final int code) {
		this.code = code;
	}

	/** The value in the map of flags, a power of 2. */
	public int code() {
		return code;
	}
}
