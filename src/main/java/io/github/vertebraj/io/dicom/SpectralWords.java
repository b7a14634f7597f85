package io.github.vertebraj.io.dicom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a series description says of the X-rays of a CT image, in the words of scanners and workstations: {@code Mono+ 70
 * keV}, {@code MonoE 70keV[HU]}, {@code GSI MONO 70 keV}, {@code VMI 70}, and {@code F_0.5} for a mixed image. Anybody may
 * have typed them, so they count only where the user asks for it ({@link EnergySource#DESCRIPTIONS}).
 */
final class SpectralWords {

	private static final String MONO = "(?<![a-z0-9])(?:mono(?:e|\\+|[ _-]?energetic|chromatic)?(?:[ _-]*(?:plus\\b|\\+))?" +
		"|vmi|gsi)(?![a-z])";
	private static final Pattern WORD = Pattern.compile(MONO);
	private static final Pattern KEV = Pattern.compile("(?<![\\d.])(\\d{2,3}(?:\\.\\d+)?)[ _-]*kev(?![a-z])");

	/** "GSI 80" may be anything; the other words may stand before a bare number. */
	private static final Pattern BARE = Pattern.compile("(?<![a-z0-9])(?:vmi|monoe|mono\\+)[ _-]*(\\d{2,3}(?:\\.\\d+)?)(?![\\d." +
		"]|[ _-]*[a-z])");

	/** Images of a material may name an energy too. */
	private static final Pattern MATERIAL = Pattern.compile(".*(iodine|calcium|water|uric|\\bvnc|virtual[ _-]*non|\\brho|\\bz[" +
		" _-]*eff|electron|\\bhap\\b|density|suppress|\\bfat\\b).*");

	/** Siemens' weight of the low image, from the window "Dual Energy composing". */
	private static final Pattern WEIGHT = Pattern.compile("(?<![A-Za-z0-9])([FM]_-?\\d(?:\\.\\d+)?)(?![\\d.])");
	private static final Pattern MIXED = Pattern.compile("(?<![a-z])(mixed|blended|linear blend(ing)?)(?![a-z])");

	/** In keV; outside no scanner offers images. */
	private static final double LOWEST = 30;
	private static final double HIGHEST = 200;

	private SpectralWords() {}

	/** Whether tags leave open what the description seems to tell. */
	static boolean isHint(final Spectrum told, final String description) {
		return !told.equals(described(told, description));
	}

	/** The spectrum with what the description adds; unchanged where tags tell energy or blend, or the words say nothing. */
	static Spectrum described(final Spectrum told, final String description) {
		if (told.energy().isPresent() || !told.blend().isEmpty()) return told;
		final OptionalDouble energy = energy(description);
		if (energy.isPresent()) return new Spectrum(told.kilovolts(), told.filter(), energy, "", true, told.time());
		return blend(description).map(blend -> new Spectrum(OptionalDouble.empty(), told.filter(), OptionalDouble.empty(),
			blend, true, told.time())).orElse(told);
	}

	/** The only energy that the description of a monoenergetic image names. */
	private static OptionalDouble energy(final String description) {
		final String text = description.toLowerCase(Locale.ROOT);
		if (!WORD.matcher(text).find() || MATERIAL.matcher(text).matches()) return OptionalDouble.empty();
		final List<Double> withUnit = numbers(KEV, text);
		final List<Double> found = withUnit.isEmpty() ? numbers(BARE, text) : withUnit;
		return found.size() == 1 && found.get(0) >= LOWEST && found.get(0) <= HIGHEST ? OptionalDouble.of(found.get(0))
			: OptionalDouble.empty();
	}

	private static List<Double> numbers(final Pattern pattern, final String text) {
		return pattern.matcher(text).results().map(result -> Double.valueOf(result.group(1))).distinct().toList();
	}

	private static Optional<String> blend(final String description) {
		final Optional<String> weight = WEIGHT.matcher(description).results().map(MatchResult::group).findFirst();
		return weight.isPresent() ? weight : MIXED.matcher(description.toLowerCase(Locale.ROOT)).results().map(
			result -> "mixed").findFirst();
	}

	/** What is noted about an image of which the description alone tells the energy, or seems to. */
	static String remark(final Spectrum spectrum, final String description) {
		if (spectrum.described()) return "That this is " + (spectrum.energy().isPresent() ? "the image of " + Decimal.text(
			spectrum.energy().getAsDouble()) + " keV" : "a mixed image of two spectra") +
			" is known from the series description alone: '" + description + "'";
		return "The series description '" + description + "' looks like that of a monoenergetic or mixed image, but no tag" +
			" says so: energies=descriptions would believe it";
	}
}
