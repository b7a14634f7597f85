package io.github.vertebraj.image.denoise;

import java.util.Arrays;

/**
 * How much noise is taken away. Each strength asks for a ratio of the noise's standard deviations after and before; the
 * share of the filtered image in the outcome is then what gives that ratio, so that a strength means the same for sharp
 * and soft kernels, at all levels of noise. Our own scale: no vendor's.
 */
public enum DenoiseStrength {

	ONE(1, 0.82, 1.2, 0.20, 0.60),
	TWO(2, 0.69, 1.35, 0.20, 0.75),
	THREE(3, 0.57, 1.5, 0.20, 0.90),
	FOUR(4, 0.47, 1.8, 0.20, 0.97),
	FIVE(5, 0.37, 2.2, 0.25, 1.00);

	private final int number;
	private final double ratio;
	private final double smoothness;
	private final double flatness;
	private final double greatestShare;

	DenoiseStrength(final int number, final double ratio, final double smoothness, final double flatness,
		final double greatestShare)
	{
		this.number = number;
		this.ratio = ratio;
		this.smoothness = smoothness;
		this.flatness = flatness;
		this.greatestShare = greatestShare;
	}

	/** 1 to 5. */
	public int number() {
		return number;
	}

	/** The ratio of the noise's SDs, after to before, that is asked for. */
	public double ratio() {
		return ratio;
	}

	/** λ of the total variation, in SDs of noise whose mean squared difference of neighbours is its variance. */
	double smoothness() {
		return smoothness;
	}

	/** The SD of the guide below which it is taken as flat, in SDs of the noise. */
	double flatness() {
		return flatness;
	}

	/** The greatest share of the filtered image in the outcome. It rises, so that the strengths stay in order. */
	double greatestShare() {
		return greatestShare;
	}

	/**
	 * @throws IllegalArgumentException unless 1 to 5
	 */
	public static DenoiseStrength of(final int number) {
		return Arrays.stream(values()).filter(strength -> strength.number == number).findFirst().orElseThrow(
			() -> new IllegalArgumentException("strength must be 1, 2, 3, 4 or 5, but is " + number));
	}
}
