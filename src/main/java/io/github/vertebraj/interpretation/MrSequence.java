package io.github.vertebraj.interpretation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of images that a signal pattern looks at. */
public enum MrSequence {
	/** T1-weighted. */
	T1("T1-weighted"),
	/** T2-weighted, without fat suppression. */
	T2("T2-weighted"),
	/** T2-weighted with suppressed fat, STIR included. */
	FS("fat-suppressed T2-weighted or STIR"),
	/** Diffusion-weighted, one b-value. */
	DWI("diffusion-weighted"),
	/** Map of the apparent diffusion coefficient. */
	ADC("ADC map"),
	/** T1-weighted after contrast medium. */
	CE("T1-weighted after contrast medium");

	private final String text;

	MrSequence(final String text) {
		this.text = text;
	}

	/** What it is, in words. */
	public String text() {
		return text;
	}

	/**
	 * The sequence of that name, in any case.
	 *
	 * @throws IllegalArgumentException if there is none; lists the known ones
	 */
	public static MrSequence of(final String name) {
		return Arrays.stream(values()).filter(sequence -> sequence.name().equalsIgnoreCase(name.strip())).findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no sequence '" + name.strip() + "'; known are " + Arrays
				.stream(values()).map(MrSequence::name).collect(Collectors.joining(", "))));
	}
}
