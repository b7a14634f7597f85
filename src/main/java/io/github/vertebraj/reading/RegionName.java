package io.github.vertebraj.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a region's name says. A name is a place and, behind spaces, words:
 * <ul>
 * <li>a vertebra ({@code L3}), its body or posterior element ({@code L3_VB}, {@code L3_PE});</li>
 * <li>two neighbours ({@code L3-4}, {@code L5-S1}, {@code T12-L1}; {@code L3-L4} is the same), and the disc, ligamentum
 * flavum or dural canal between them ({@code L3-4_IVD}, {@code L3-4_LF}, {@code L3-4_DC});</li>
 * <li>the words {@code lesion}, {@code normal}, {@code left}, {@code right} and a whole number; others are free
 * text.</li>
 * </ul>
 * Upper and lower case are the same. Whatever is not of this form lies outside the grammar: it has no level and no
 * site, but its words are read all the same, so that {@code femur lesion} is a lesion. Contradicting words
 * ({@code left right}, {@code lesion normal}) cancel each other.
 *
 * @param text   the name as given
 * @param upper  the vertebra, or the upper one of two; empty outside the grammar
 * @param lower  the lower one of two
 * @param site   the site, when named
 * @param side   the patient's side, when named
 * @param tissue whether it was named as lesion or as normal
 * @param number the first number among the words
 */
public record RegionName(String text, Optional<VertebralLevel> upper, Optional<VertebralLevel> lower,
	Optional<Site> site, Optional<Side> side, Optional<Tissue> tissue, OptionalInt number)
{

	/** The patient's side. */
	public enum Side {
		LEFT, RIGHT
	}

	/** What the region's author saw in it. */
	public enum Tissue {
		LESION, NORMAL
	}

	private static final Pattern PLACE = Pattern.compile("(?i)([CTLS]\\d{0,2})(?:-([CTLS]?\\d{0,2}))?(?:_([A-Z]+))?");

	/** Reads a name; never an error. */
	public static RegionName parse(final String name) {
		final String[] words = Objects.requireNonNull(name, "name").strip().split("\\s+");
		final Place place = Place.parse(words[0]);
		final List<String> rest = List.of(words).subList(place == Place.NONE ? 0 : 1, words.length);
		return new RegionName(name, Optional.ofNullable(place.upper), Optional.ofNullable(place.lower), Optional.ofNullable(
			place.site), either(rest, Side.LEFT, Side.RIGHT), either(rest, Tissue.LESION, Tissue.NORMAL), number(rest));
	}

	/** The level or levels: {@code L3}, {@code L3-4}, {@code L5-S1}; empty text outside the grammar. */
	public String level() {
		if (upper.isEmpty()) return "";
		if (lower.isEmpty()) return upper.get().name();
		final String below = lower.get().name();
		final boolean samePart = lower.get().part() == upper.get().part();
		return upper.get() + "-" + (samePart ? below.substring(1) : below);
	}

	/** Whether the region was named as a lesion. */
	public boolean isLesion() {
		return tissue.equals(Optional.of(Tissue.LESION));
	}

	/** Whether the region was named as normal. */
	public boolean isNormal() {
		return tissue.equals(Optional.of(Tissue.NORMAL));
	}

	/** The first word; its parts are null where it says nothing. */
	private record Place(VertebralLevel upper, VertebralLevel lower, Site site) {

		private static final Place NONE = new Place(null, null, null);

		static Place parse(final String word) {
			final Matcher matcher = PLACE.matcher(word);
			if (!matcher.matches()) return NONE;
			final VertebralLevel upper = VertebralLevel.of(matcher.group(1)).orElse(null);
			final String below = matcher.group(2);
			final String part = below != null && below.matches("\\d+") ? word.substring(0, 1) : "";
			final VertebralLevel lower = below == null ? null : VertebralLevel.of(part + below).orElse(null);
			final Site site = matcher.group(3) == null ? null : Site.of(matcher.group(3)).orElse(null);
			final boolean levels = upper != null && (below == null || lower != null && upper.isNextAbove(lower));
			final boolean fits = matcher.group(3) == null || site != null && site.isOfOneVertebra() == (below == null);
			return levels && fits ? new Place(upper, lower, site) : NONE;
		}
	}

	/** The one of two words that stands there; empty when none or both do. */
	private static <E extends Enum<E>> Optional<E> either(final List<String> words, final E one, final E other) {
		final boolean hasOne = has(words, one);
		if (hasOne == has(words, other)) return Optional.empty();
		return Optional.of(hasOne ? one : other);
	}

	private static boolean has(final List<String> words, final Enum<?> wanted) {
		// the ROI Manager tells equal names apart by a number: "lesion-1"
		return words.stream().anyMatch(word -> word.replaceFirst("-\\d+$", "").equalsIgnoreCase(wanted.name()));
	}

	private static OptionalInt number(final List<String> words) {
		return words.stream().filter(word -> word.matches("[0-9]{1,9}")).mapToInt(Integer::parseInt).findFirst();
	}
}
