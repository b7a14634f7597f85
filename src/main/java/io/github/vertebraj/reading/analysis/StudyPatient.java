package io.github.vertebraj.reading.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.reading.study.LesionType;

/**
 * A patient as tables compare them.
 *
 * @param id         pseudonym
 * @param ageYears   at the time of the images
 * @param sex        empty text when not known
 * @param primary    the primary tumour; empty text when not known
 * @param type       of the metastases, when it is known of the patient as a whole
 * @param covariates further texts and numbers by name; empty text for a missing one
 */
public record StudyPatient(String id, OptionalDouble ageYears, String sex, String primary, Optional<LesionType> type,
	Map<String, String> covariates)
{

	public StudyPatient {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(ageYears, "ageYears");
		Objects.requireNonNull(sex, "sex");
		Objects.requireNonNull(primary, "primary");
		Objects.requireNonNull(type, "type");
		covariates = Collections.unmodifiableMap(new LinkedHashMap<>(covariates));
	}

	/** A patient of whom nothing is known. */
	public static StudyPatient of(final String id) {
		return new StudyPatient(id, OptionalDouble.empty(), "", "", Optional.empty(), Map.of());
	}
}
