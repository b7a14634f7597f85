package io.github.vertebraj.fatfraction;

/** The two images in which complex signals come. */
public enum ComplexForm {

	/** Real and imaginary part. */
	REAL_IMAGINARY,

	/** Magnitude, and phase in radians once its scale is applied. */
	MAGNITUDE_PHASE
}
