package io.github.vertebraj.reading.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A patient as the study knows them: no name, no birth date, no number of a hospital.
 *
 * @param id       pseudonym
 * @param ageYears at the time of the images
 * @param primary  the primary tumour, or whatever groups the patients; empty text when not known
 * @param numbers  what the protocol declares (BMI, T-score), by name; NaN when not measurable
 * @param spine    where the patient's differs from the protocol's
 * @param other    members of the file that this version does not know
 */
public record StudyCase(String id, OptionalDouble ageYears, Optional<Sex> sex, String primary,
	Map<String, Double> numbers, Optional<Spine> spine, OtherFields other)
{

	/** @throws IllegalArgumentException if the id cannot name a file, or the age is none */
	public StudyCase {
		StudyId.check("case", id);
		if (ageYears.isPresent() && !(ageYears.getAsDouble() >= 0 && ageYears.getAsDouble() <= 130))
			throw new IllegalArgumentException("The age of case " + id + " is " + ageYears.getAsDouble() +
				"; it must lie between 0 and 130 years, or be left empty");
		Objects.requireNonNull(sex, "sex");
		Objects.requireNonNull(primary, "primary");
		Objects.requireNonNull(spine, "spine");
		Objects.requireNonNull(other, "other");
		numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
	}

	/** A case of which nothing is known but its pseudonym. */
	public static StudyCase of(final String id) {
		return new StudyCase(id, OptionalDouble.empty(), Optional.empty(), "", Map.of(), Optional.empty(),
			OtherFields.NONE);
	}

	/** @throws IllegalArgumentException if the age is none */
	public StudyCase with(final double newAgeYears, final Sex newSex, final String newPrimary) {
		return new StudyCase(id, OptionalDouble.of(newAgeYears), Optional.of(newSex), newPrimary, numbers, spine, other);
	}

	public StudyCase withNumber(final String name, final double value) {
		final Map<String, Double> changed = new LinkedHashMap<>(numbers);
		changed.put(name, value);
		return new StudyCase(id, ageYears, sex, primary, changed, spine, other);
	}

	public StudyCase withSpine(final Spine newSpine) {
		return new StudyCase(id, ageYears, sex, primary, numbers, Optional.of(newSpine), other);
	}
}
