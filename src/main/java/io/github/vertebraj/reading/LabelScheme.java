package io.github.vertebraj.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * How the numbers of a label image are read as region names. A label of a whole vertebra, posterior elements included,
 * is named after the vertebra ({@code L3}), not after its body. Numbers that a scheme does not know are named
 * {@code label 99}.
 */
public enum LabelScheme implements IntFunction<String> {

	/** The number is the name. */
	PLAIN {

		@Override
		public String apply(final int label) {
			return Integer.toString(label);
		}
	},

	/**
	 * The numbers of the VerSe challenge (A. Sekuboyina et al., Med Image Anal 2021;73:102166,
	 * doi:10.1016/j.media.2021.102166), which the vertebra masks of SPINEPS and TPTBox follow: 1-7 C1-C7, 8-19 T1-T12,
	 * 20-25 L1-L6, 26 sacrum, 27 coccyx, 28 T13.
	 */
	VERSE {

		@Override
		public String apply(final int label) {
			if (label >= 1 && label <= 7) return "C" + label;
			if (label >= 8 && label <= 19) return "T" + (label - 7);
			if (label >= 20 && label <= 25) return "L" + (label - 19);
			return switch (label) {
				case 26 -> "S";
				case 27 -> "coccyx";
				case 28 -> "T13";
				default -> unknown(label);
			};
		}
	},

	/**
	 * The numbers of TotalSegmentator's task {@code total}, version 2: 25 sacrum, 26 S1, then upwards, 27 L5 to 31 L1, 32
	 * T12 to 43 T1, 44 C7 to 50 C1. What is no vertebra is not named.
	 */
	TOTALSEGMENTATOR {

		@Override
		public String apply(final int label) {
			if (label == 25) return "S";
			if (label == 26) return "S1";
			if (label >= 27 && label <= 31) return "L" + (32 - label);
			if (label >= 32 && label <= 43) return "T" + (44 - label);
			if (label >= 44 && label <= 50) return "C" + (51 - label);
			return unknown(label);
		}
	};

	/** The name of the region of a label. */
	@Override
	public abstract String apply(int label);

	private static String unknown(final int label) {
		return "label " + label;
	}

	/** How macros call it: {@code plain}, {@code verse}, {@code totalsegmentator}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The scheme of that key.
	 *
	 * @throws IllegalArgumentException if there is none; lists the known ones
	 */
	public static LabelScheme of(final String key) {
		for (final LabelScheme scheme : values())
			if (scheme.key().equals(key)) return scheme;
		final String known = Arrays.stream(values()).map(LabelScheme::key).collect(Collectors.joining(", "));
		throw new IllegalArgumentException("There is no label scheme '" + key + "'; known are " + known);
	}
}
