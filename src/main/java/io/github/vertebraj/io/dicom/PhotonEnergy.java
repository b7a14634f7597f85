package io.github.vertebraj.io.dicom;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The energy (keV) of a monoenergetic CT image, by DICOM's own attribute (0018,937C): where it stands in the image, or in
 * one of the sequences of multi-energy CT (PS3.3 C.8.2.2 and C.8.15). Descriptions are not read.
 */
final class PhotonEnergy {

	private static final int[] SEQUENCES = { Tag.MULTI_ENERGY_CT_CHARACTERISTICS_SEQUENCE,
		Tag.MULTI_ENERGY_CT_PROCESSING_SEQUENCE, Tag.MULTI_ENERGY_CT_ACQUISITION_SEQUENCE };

	private PhotonEnergy() {}

	/** Empty for an image of a spectrum. */
	static OptionalDouble of(final Attributes attributes) {
		final OptionalDouble direct = attributes.number(Tag.MONOENERGETIC_ENERGY_EQUIVALENT);
		final OptionalDouble energy = direct.isPresent() ? direct : IntStream.of(SEQUENCES).boxed().flatMap(
			sequence -> attributes.items(sequence).stream()).map(item -> Attributes.of(item).number(
				Tag.MONOENERGETIC_ENERGY_EQUIVALENT)).filter(OptionalDouble::isPresent).findFirst().orElse(OptionalDouble
					.empty());
		return energy.isPresent() && energy.getAsDouble() > 0 ? energy : OptionalDouble.empty();
	}
}
