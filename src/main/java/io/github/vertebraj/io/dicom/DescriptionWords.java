package io.github.vertebraj.io.dicom;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a series description says of water and fat, where a scanner or a program behind it says it nowhere else: GE
 * begins it with {@code WATER: }, {@code InPhase: } and so on; Siemens ends the name of a Dixon protocol in {@code _W},
 * {@code _F}, {@code _in} or {@code _opp}. Words that somebody may have typed count only beside the name of such a
 * technique.
 */
final class DescriptionWords {

	private static final Pattern PREFIX = Pattern.compile(
		"\\s*([a-z0-9*]+(?:[ _-]?(?:of[ _-]?)?phase|[ _-]?frac(?:tion)?)?)\\s*([:_ -]).*");
	private static final Pattern SUFFIX = Pattern.compile(
		".*[_ -](w|f|in|opp|water|fat)(?:[_ -](?:nd|dis2d|dis3d|norm))*\\s*");
	private static final Pattern TECHNIQUE = Pattern.compile(".*(dixon|ideal|lava[ _-]?flex|\\bflex).*");

	private static final Map<String, String> PREFIXES = Map.of("water", "water", "fat", "fat", "inphase", "in-phase",
		"outphase", "opposed-phase", "outofphase", "opposed-phase", "fatfrac", "fat-fraction", "fatfraction",
		"fat-fraction", "pdff", "fat-fraction", "r2*", "r2-star", "t2*", "t2-star");
	private static final Map<String, String> SUFFIXES = Map.of("w", "water", "water", "water", "f", "fat", "fat", "fat",
		"in", "in-phase", "opp", "opposed-phase");

	private DescriptionWords() {}

	/** Component or map; empty when the description names none. */
	static String content(final Attributes attributes) {
		final String text = String.join(" ", attributes.strings(Tag.SERIES_DESCRIPTION)).toLowerCase(Locale.ROOT);
		final boolean technique = TECHNIQUE.matcher(text).matches();
		final Matcher prefix = PREFIX.matcher(text);
		if (prefix.matches() && (technique || prefix.group(2).equals(":"))) {
			final String content = PREFIXES.get(prefix.group(1).replaceAll("[ _-]", ""));
			if (content != null) return content;
		}
		final Matcher suffix = SUFFIX.matcher(text);
		return technique && isSiemens(attributes) && suffix.matches() ? SUFFIXES.get(suffix.group(1)) : "";
	}

	/** That the component of an image rests on its description alone, for the notes; empty when it does not. */
	static List<String> remarks(final Attributes attributes, final ImageContent content) {
		if (content.map().isPresent() || content.equals(ImageContent.ofTags(attributes))) return List.of();
		return List.of("That this is the " + content.component() + " image is known from the series description alone: '" +
			String.join(" ", attributes.strings(Tag.SERIES_DESCRIPTION)) + "'");
	}

	private static boolean isSiemens(final Attributes attributes) {
		return attributes.string(Tag.MANUFACTURER).orElse("").toLowerCase(Locale.ROOT).contains("siemens");
	}
}
