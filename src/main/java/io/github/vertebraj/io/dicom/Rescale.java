package io.github.vertebraj.io.dicom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.image.ValueScale;

/**
 * The relation of stored to real values of a frame: the real-world mapping where it states a unit (PS3.3 C.7.6.16.2.11),
 * else rescale slope and intercept (of the file or the frame), else a mapping without unit. One of them, never two.
 * Philips' private scale slope relates pixels to another, arbitrary scale and is not applied.
 */
final class Rescale {

	private static final int CODE_VALUE = 0x00080100;

	/** Beyond this, real values would not fit into a float. */
	private static final double LARGEST = 1e30;

	private Rescale() {}

	/**
	 * @throws IllegalArgumentException if the relation is not linear or its slope is 0; the message begins with the tag and
	 *                                  belongs behind a file's name
	 */
	static ValueScale of(final Attributes attributes) {
		final Optional<DataSet> mapping = mapping(attributes);
		final OptionalDouble slope = number(attributes, Tag.RESCALE_SLOPE);
		final OptionalDouble intercept = number(attributes, Tag.RESCALE_INTERCEPT);
		final boolean rescaled = slope.isPresent() || intercept.isPresent();
		if (mapping.isPresent() && (!rescaled || !unit(mapping.get()).isEmpty())) return scale(mapping.get().number(
			Tag.REAL_WORLD_VALUE_SLOPE), mapping.get().number(Tag.REAL_WORLD_VALUE_INTERCEPT), unit(attributes),
			Tag.REAL_WORLD_VALUE_SLOPE);
		if (rescaled) return scale(slope, intercept, unit(attributes), Tag.RESCALE_SLOPE);
		if (!attributes.items(Tag.MODALITY_LUT_SEQUENCE).isEmpty()) throw new IllegalArgumentException(Tag.format(
			Tag.MODALITY_LUT_SEQUENCE) + " gives the real values by a table, which cannot be measured here");
		return new ValueScale(1, 0, unit(attributes));
	}

	private static OptionalDouble number(final Attributes attributes, final int tag) {
		final OptionalDouble number = attributes.number(tag);
		attributes.string(tag).filter(text -> number.isEmpty()).ifPresent(text -> {
			throw new IllegalArgumentException(Tag.format(tag) + " " + Tag.keyword(tag) + " is '" + text + "', not a number");
		});
		return number;
	}

	private static ValueScale scale(final OptionalDouble slope, final OptionalDouble intercept, final String unit,
		final int tag)
	{
		final double factor = slope.orElse(1);
		if (factor == 0 || Math.abs(factor) > LARGEST || Math.abs(intercept.orElse(0)) > LARGEST)
			throw new IllegalArgumentException(Tag.format(tag) + " " + Tag.keyword(tag) + " is " + Decimal.text(factor) +
				", with the intercept " + Decimal.text(intercept.orElse(0)));
		return new ValueScale(factor, intercept.orElse(0), unit);
	}

	private static Optional<DataSet> mapping(final Attributes attributes) {
		return attributes.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE).stream().filter(item -> item.number(
			Tag.REAL_WORLD_VALUE_SLOPE).isPresent()).findFirst();
	}

	/** The unit of the real values as it is printed; empty when arbitrary or not stated. */
	static String unit(final Attributes attributes) {
		final String mapped = mapping(attributes).map(Rescale::unit).orElse("");
		if (!mapped.isEmpty()) return mapped;
		final String type = attributes.string(Tag.RESCALE_TYPE).map(Rescale::unit).orElse("");
		final boolean hounsfield = type.isEmpty() && attributes.string(Tag.RESCALE_TYPE).isEmpty() && attributes.string(
			Tag.MODALITY).filter("CT"::equals).isPresent() && attributes.number(Tag.RESCALE_SLOPE).isPresent();
		// Rescaled CT is in Hounsfield units unless it says otherwise (PS3.3 C.8.2.1.1.5).
		return hounsfield ? "HU" : type;
	}

	private static String unit(final DataSet mapping) {
		return mapping.item(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).flatMap(code -> code.string(CODE_VALUE)).map(Rescale::unit)
			.orElse("");
	}

	/** Unified spelling of units of diffusion; words that are no units give an empty string. */
	private static String unit(final String text) {
		final String plain = text.strip();
		if (List.of("US", "UNSPECIFIED", "NORMALIZED", "1", "NO UNITS", "NONE", "{NO UNITS}").contains(plain.toUpperCase(
			Locale.ROOT))) return "";
		final String squeezed = plain.toLowerCase(Locale.ROOT).replace(" ", "").replace("²", "2").replace("^", "").replace(
			"sec", "s").replace("µ", "u").replace("μ", "u").replace("*", "").replace("x", "");
		return switch (squeezed) {
			case "mm2/s" -> "mm^2/s";
			case "um2/s", "10-6mm2/s", "1e-6mm2/s" -> "10^-6 mm^2/s";
			case "um2/ms", "10-3mm2/s", "1e-3mm2/s" -> "10^-3 mm^2/s";
			case "hu", "[hnsf'u]" -> "HU";
			default -> plain;
		};
	}
}
