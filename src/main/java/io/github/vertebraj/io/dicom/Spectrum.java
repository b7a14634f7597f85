package io.github.vertebraj.io.dicom;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The X-rays that a CT image shows, as far as its file tells them; of other images everything is empty.
 *
 * @param kilovolts tube voltage; empty for a mixed image, whose file tells that of one of its spectra
 * @param filter    in the beam: its material, else the name of its type; empty when not told
 * @param energy    of a monoenergetic image, in keV
 * @param blend     what a mixed image of several spectra is called, such as {@code F_0.5}; empty for one spectrum
 * @param described whether energy or blend are known from the series description alone
 * @param time      of the acquisition, else of the series, in seconds of the day: to be compared, never told
 */
public record Spectrum(OptionalDouble kilovolts, String filter, OptionalDouble energy, String blend,
	boolean described, OptionalDouble time)
{

	static final Spectrum NONE = new Spectrum(OptionalDouble.empty(), "", OptionalDouble.empty(), "", false,
		OptionalDouble.empty());

	/** Multi-energy proportional weighting, in DICOM's own coding scheme. */
	private static final String PROPORTIONAL_WEIGHTING = "113097";
	private static final int CODE_VALUE = 0x00080100;

	/** By the tags; the series description is not read. */
	static Spectrum of(final Attributes attributes) {
		if (attributes.string(Tag.MODALITY).filter("CT"::equals).isEmpty()) return new Spectrum(positive(attributes,
			Tag.KVP), "", PhotonEnergy.of(attributes), "", false, OptionalDouble.empty());
		final String blend = blend(attributes);
		return new Spectrum(blend.isEmpty() ? positive(attributes, Tag.KVP) : OptionalDouble.empty(), filter(attributes),
			PhotonEnergy.of(attributes), blend, false, time(attributes));
	}

	private static OptionalDouble positive(final Attributes attributes, final int tag) {
		final OptionalDouble value = attributes.number(tag);
		return value.isPresent() && value.getAsDouble() > 0 ? value : OptionalDouble.empty();
	}

	/** PS3.3 C.8.2.1: the weight in an image composed of several energies, and the code of such a derivation. */
	private static String blend(final Attributes attributes) {
		final double factor = attributes.number(Tag.ENERGY_WEIGHTING_FACTOR).orElse(Double.NaN);
		if (factor > 0 && factor < 1) return "factor " + Decimal.text(factor);
		return attributes.items(Tag.DERIVATION_CODE_SEQUENCE).stream().anyMatch(code -> code.string(CODE_VALUE).filter(
			PROPORTIONAL_WEIGHTING::equals).isPresent()) ? "mixed" : "";
	}

	/** Without the characters of the grammar of slice labels. */
	private static String filter(final Attributes attributes) {
		final List<String> material = attributes.strings(Tag.FILTER_MATERIAL);
		final List<String> words = material.isEmpty() ? attributes.strings(Tag.FILTER_TYPE) : material;
		return String.join("+", words).replaceAll("[;=\\s]+", " ").strip();
	}

	private static OptionalDouble time(final Attributes attributes) {
		final String moment = attributes.string(Tag.ACQUISITION_DATE_TIME).filter(text -> text.length() > 8).map(
			text -> text.substring(8).replaceFirst("[+-]\\d{4}$", "")).orElse("");
		return Stream.of(attributes.string(Tag.ACQUISITION_TIME).orElse(""), moment, attributes.string(Tag.SERIES_TIME)
			.orElse("")).filter(text -> text.matches("\\d{6}(\\.\\d*)?")).mapToDouble(text -> 3600 * Integer.parseInt(text
				.substring(0, 2)) + 60 * Integer.parseInt(text.substring(2, 4)) + Double.parseDouble(text.substring(4)))
			.findFirst();
	}

	/** What tells spectra of one image apart: without the time, which differs from slice to slice. */
	Spectrum untimed() {
		return new Spectrum(kilovolts, filter, energy, blend, described, OptionalDouble.empty());
	}

	/** What tells spectra apart where all have the same filter, or its name says nothing of use. */
	Spectrum unfiltered() {
		return new Spectrum(kilovolts, "", energy, blend, described, time);
	}

	/** The same X-rays but for a filter; then nothing tells which of two is the harder one. */
	boolean differsInFilterOnly(final Spectrum other) {
		return !filter.isEmpty() && !other.filter.isEmpty() && !filter.equals(other.filter) && unfiltered().untimed().equals(
			other.unfiltered().untimed());
	}

	/** Whether it is that of a tube, of known voltage. */
	boolean isOfTube() {
		return kilovolts.isPresent() && energy.isEmpty() && blend.isEmpty();
	}

	/** What a person calls it: {@code 140 kV}, {@code 70 keV}; empty when nothing is known. */
	String describe() {
		if (energy.isPresent()) return Decimal.text(energy.getAsDouble()) + " keV" + (described ? " (description)" : "");
		if (!blend.isEmpty()) return "mixed" + (blend.equals("mixed") ? "" : " " + blend);
		return kilovolts.isPresent() ? Decimal.text(kilovolts.getAsDouble()) + " kV" : "";
	}
}
