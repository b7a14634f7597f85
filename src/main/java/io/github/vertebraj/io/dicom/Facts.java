package io.github.vertebraj.io.dicom;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is worth knowing about the acquisition of a plane. Nothing that could identify a patient: of group 0010 only age
 * and sex, no dates, no places.
 */
public final class Facts {

	private static final int[] TAGS = { Tag.IMAGE_TYPE, Tag.MODALITY, Tag.MANUFACTURER, Tag.SERIES_DESCRIPTION,
		Tag.MANUFACTURER_MODEL_NAME, Tag.PATIENT_SEX, Tag.PATIENT_AGE, Tag.SCANNING_SEQUENCE, Tag.SCAN_OPTIONS,
		Tag.MR_ACQUISITION_TYPE, Tag.SEQUENCE_NAME, Tag.SLICE_THICKNESS, Tag.KVP, Tag.REPETITION_TIME, Tag.ECHO_TIME,
		Tag.IMAGING_FREQUENCY, Tag.MAGNETIC_FIELD_STRENGTH, Tag.SPACING_BETWEEN_SLICES, Tag.SOFTWARE_VERSIONS,
		Tag.PROTOCOL_NAME, Tag.IMAGER_PIXEL_SPACING, Tag.CONVOLUTION_KERNEL, Tag.FLIP_ANGLE, Tag.PATIENT_POSITION,
		Tag.PULSE_SEQUENCE_NAME, Tag.EFFECTIVE_ECHO_TIME, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID,
		Tag.SERIES_NUMBER, Tag.FRAME_OF_REFERENCE_UID, Tag.PIXEL_SPACING, Tag.WINDOW_CENTER, Tag.WINDOW_WIDTH,
		Tag.RESCALE_TYPE };

	/** Of an image merged from several series, all are told. */
	private static final Set<Integer> JOINED = Set.of(Tag.SERIES_DESCRIPTION, Tag.SERIES_INSTANCE_UID,
		Tag.SERIES_NUMBER);

	private final String[] values;

	private Facts(final String[] values) {
		this.values = values;
	}

	static Facts of(final Attributes attributes) {
		final String[] values = new String[TAGS.length];
		for (int i = 0; i < TAGS.length; i++) {
			final List<String> strings = attributes.strings(TAGS[i]);
			values[i] = strings.isEmpty() ? "" : String.join("\\", strings);
		}
		return new Facts(values);
	}

	/** The value of a tag, several ones joined by a backslash; empty when the file has none. */
	public Optional<String> get(final int tag) {
		for (int i = 0; i < TAGS.length; i++)
			if (TAGS[i] == tag) return Optional.of(values[i]).filter(text -> !text.isEmpty());
		return Optional.empty();
	}

	/** The facts that are the same in all planes, by {@code 0008,0060 Modality}. */
	static Map<String, String> common(final Collection<Facts> all) {
		final Map<String, String> common = new LinkedHashMap<>();
		for (int i = 0; i < TAGS.length; i++) {
			final Set<String> distinct = new LinkedHashSet<>();
			for (final Facts facts : all)
				distinct.add(Objects.requireNonNull(facts.values[i]));
			if (distinct.size() > 1 && !JOINED.contains(TAGS[i])) continue;
			distinct.remove("");
			if (!distinct.isEmpty()) common.put(key(TAGS[i]), String.join(", ", distinct));
		}
		return common;
	}

	/** How a tag is written in the tags of an image: {@code 0008,0060 Modality}. */
	static String key(final int tag) {
		final String number = Tag.format(tag);
		return number.substring(1, number.length() - 1) + " " + Tag.keyword(tag);
	}
}
