package io.github.vertebraj.reading.study;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.github.vertebraj.reading.FractureGrade;
import io.github.vertebraj.reading.FractureShape;

/**
 * What a reader says of one segment. What nothing was said about is empty, or missing from its map.
 *
 * @param rating       how sure the reader is
 * @param invisible    whether an artefact hides the segment
 * @param type         of the metastasis
 * @param criteria     the reading criteria that were looked at
 * @param shape        of the vertebral body
 * @param grade        how much height it has lost, as the reader says
 * @param signs        of fracture, by modality
 * @param note         free text; empty text for none
 * @param position     of its centre
 * @param measurements by region and quantity, each once
 * @param other        members of the file that this version does not know
 */
public record Finding(Optional<Rating> rating, boolean invisible, Optional<LesionType> type,
	Map<Criterion, Presence> criteria, Optional<FractureShape> shape, Optional<FractureGrade> grade,
	Map<SignAt, Presence> signs, String note, Optional<Position> position, List<Measurement> measurements,
	OtherFields other)
{

	/** Nothing said. */
	public static final Finding EMPTY = new Finding(Optional.empty(), false, Optional.empty(), Map.of(), Optional.empty(),
		Optional.empty(), Map.of(), "", Optional.empty(), List.of(), OtherFields.NONE);

	/** @throws IllegalArgumentException if a quantity of a region stands twice */
	public Finding {
		Objects.requireNonNull(rating, "rating");
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(shape, "shape");
		Objects.requireNonNull(grade, "grade");
		Objects.requireNonNull(note, "note");
		Objects.requireNonNull(position, "position");
		Objects.requireNonNull(other, "other");
		criteria = criteria.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(criteria));
		signs = signs.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(signs));
		measurements = measurements.isEmpty() ? List.of() : measurements.stream().sorted(Measurement.ORDER).toList();
		for (int i = 1; i < measurements.size(); i++)
			if (measurements.get(i).isOfSame(measurements.get(i - 1))) throw new IllegalArgumentException("'" + measurements
				.get(i).quantity() + "' of region '" + measurements.get(i).region() + "' stands twice");
	}

	/** Whether nothing was said. */
	public boolean isEmpty() {
		return rating.isEmpty() && equals(EMPTY);
	}

	/** Whether nothing was said but, at most, probably benign. */
	public boolean isUnremarkable() {
		return isEmpty() || equals(EMPTY.withRating(Optional.of(Rating.BENIGN)));
	}

	/** What the reader said of a criterion. */
	public Optional<Presence> criterion(final Criterion criterion) {
		return Optional.ofNullable(criteria.get(criterion));
	}

	/** What the reader said of a sign. */
	public Optional<Presence> sign(final FractureSign sign, final Modality modality) {
		return Optional.ofNullable(signs.get(new SignAt(sign, modality)));
	}

	public Finding withRating(final Optional<Rating> newRating) {
		return new Finding(newRating, invisible, type, criteria, shape, grade, signs, note, position, measurements, other);
	}

	public Finding withInvisible(final boolean isInvisible) {
		return new Finding(rating, isInvisible, type, criteria, shape, grade, signs, note, position, measurements, other);
	}

	public Finding withType(final Optional<LesionType> newType) {
		return new Finding(rating, invisible, newType, criteria, shape, grade, signs, note, position, measurements, other);
	}

	/** @param presence empty to say nothing of it again */
	public Finding withCriterion(final Criterion criterion, final Optional<Presence> presence) {
		final Map<Criterion, Presence> changed = new EnumMap<>(Criterion.class);
		changed.putAll(criteria);
		put(changed, criterion, presence);
		return new Finding(rating, invisible, type, changed, shape, grade, signs, note, position, measurements, other);
	}

	public Finding withShape(final Optional<FractureShape> newShape) {
		return new Finding(rating, invisible, type, criteria, newShape, grade, signs, note, position, measurements, other);
	}

	public Finding withGrade(final Optional<FractureGrade> newGrade) {
		return new Finding(rating, invisible, type, criteria, shape, newGrade, signs, note, position, measurements, other);
	}

	/** @param presence empty to say nothing of it again */
	public Finding withSign(final SignAt sign, final Optional<Presence> presence) {
		final Map<SignAt, Presence> changed = new TreeMap<>(signs);
		put(changed, sign, presence);
		return new Finding(rating, invisible, type, criteria, shape, grade, changed, note, position, measurements, other);
	}

	private static <K> void put(final Map<K, Presence> map, final K key, final Optional<Presence> presence) {
		presence.ifPresentOrElse(given -> map.put(key, given), () -> map.remove(key));
	}

	public Finding withNote(final String newNote) {
		return new Finding(rating, invisible, type, criteria, shape, grade, signs, newNote, position, measurements, other);
	}

	public Finding withPosition(final Optional<Position> newPosition) {
		return new Finding(rating, invisible, type, criteria, shape, grade, signs, note, newPosition, measurements, other);
	}

	/** With these measurements and no others. */
	public Finding withMeasurements(final List<Measurement> newMeasurements) {
		return new Finding(rating, invisible, type, criteria, shape, grade, signs, note, position, newMeasurements, other);
	}
}
