package io.github.vertebraj.reading;

/** The part of a spinal segment. */
public enum Site {
	/** Vertebral body. */
	VB,
	/** Posterior element. */
	PE,
	/** Intervertebral disc. */
	IVD,
	/** Ligamentum flavum. */
	LF,
	/** Dural canal. */
	DC
}
