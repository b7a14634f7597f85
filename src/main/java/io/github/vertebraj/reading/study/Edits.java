package io.github.vertebraj.reading.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.vertebraj.reading.FractureGrade;
import io.github.vertebraj.reading.FractureShape;
import io.github.vertebraj.reading.study.Edit.Change;
import io.github.vertebraj.reading.study.Edit.FindingChange;
import io.github.vertebraj.reading.study.Edit.StatusChange;

/**
 * What a reader can do to a reading. Each method looks at the reading as it is and returns the edit, which is
 * {@linkplain Edit#isEmpty() empty} when nothing would change. {@link Reading#with} makes it; in a study folder the desk
 * does, so that it is recorded. An empty {@code Optional} says nothing again. Levels are shifted by {@link LevelEdits}.
 */
public final class Edits {

	private Edits() {}

	public static Edit rate(final Reading reading, final Segment segment, final Optional<Rating> rating) {
		return change(EditKind.RATE, reading, segment, finding -> finding.withRating(rating));
	}

	public static Edit rate(final Reading reading, final Segment segment, final Rating rating) {
		return rate(reading, segment, Optional.of(rating));
	}

	/** Says whether an artefact hides a segment. */
	public static Edit invisible(final Reading reading, final Segment segment, final boolean isInvisible) {
		return change(EditKind.INVISIBLE, reading, segment, finding -> finding.withInvisible(isInvisible));
	}

	public static Edit type(final Reading reading, final Segment segment, final Optional<LesionType> type) {
		return change(EditKind.TYPE, reading, segment, finding -> finding.withType(type));
	}

	public static Edit criterion(final Reading reading, final Segment segment, final Criterion criterion,
		final Optional<Presence> presence)
	{
		return change(EditKind.CRITERION, reading, segment, finding -> finding.withCriterion(criterion, presence));
	}

	public static Edit shape(final Reading reading, final Segment segment, final Optional<FractureShape> shape) {
		return change(EditKind.SHAPE, reading, segment, finding -> finding.withShape(shape));
	}

	public static Edit grade(final Reading reading, final Segment segment, final Optional<FractureGrade> grade) {
		return change(EditKind.GRADE, reading, segment, finding -> finding.withGrade(grade));
	}

	public static Edit sign(final Reading reading, final Segment segment, final SignAt sign,
		final Optional<Presence> presence)
	{
		return change(EditKind.SIGN, reading, segment, finding -> finding.withSign(sign, presence));
	}

	public static Edit note(final Reading reading, final Segment segment, final String note) {
		return change(EditKind.NOTE, reading, segment, finding -> finding.withNote(note));
	}

	public static Edit position(final Reading reading, final Segment segment, final Optional<Position> position) {
		return change(EditKind.POSITION, reading, segment, finding -> finding.withPosition(position));
	}

	/** Adds measurements to a segment; one of the same region and quantity takes the old one's place. */
	public static Edit measured(final Reading reading, final Segment segment, final List<Measurement> measurements) {
		final List<Measurement> all = new ArrayList<>(reading.finding(segment).measurements());
		all.removeIf(old -> measurements.stream().anyMatch(old::isOfSame));
		all.addAll(measurements);
		return change(EditKind.MEASUREMENTS, reading, segment, finding -> finding.withMeasurements(all));
	}

	/**
	 * Rates what is not rated yet as probably benign, segments hidden by an artefact included: one edit, recorded with
	 * every segment that it rates.
	 */
	public static Edit restBenign(final Reading reading) {
		return new Edit(EditKind.REST_BENIGN, reading.unrated().stream().map(segment -> change(reading, segment, reading
			.finding(segment).withRating(Optional.of(Rating.BENIGN)))).toList(), "");
	}

	/** @throws IllegalArgumentException if segments are not rated; names the first few */
	public static Edit finish(final Reading reading) {
		final List<Segment> unrated = reading.unrated();
		if (!unrated.isEmpty()) throw new IllegalArgumentException(unrated.size() + " of " + reading.segments().size() +
			" segments of " + reading.key() + " are not rated: " + unrated.stream().limit(5).toList() + (unrated.size() > 5
				? " and more" : ""));
		return status(EditKind.FINISH, reading, ReadingStatus.FINISHED, "");
	}

	/** @throws IllegalArgumentException if no reason is given */
	public static Edit reopen(final Reading reading, final String reason) {
		if (reason.isBlank()) throw new IllegalArgumentException("To reopen the reading of " + reading.key() +
			" a reason is needed; it goes to the audit trail");
		return status(EditKind.REOPEN, reading, ReadingStatus.OPEN, reason);
	}

	private static Edit status(final EditKind kind, final Reading reading, final ReadingStatus status,
		final String reason)
	{
		return new Edit(kind, reading.status() == status ? List.of() : List.of(new StatusChange(reading.status(), status)),
			reason);
	}

	private static Edit change(final EditKind kind, final Reading reading, final Segment segment,
		final UnaryOperator<Finding> how)
	{
		if (!reading.segments().contains(segment)) throw new IllegalArgumentException("There is no segment " + segment +
			" to rate in " + reading.key() + ", whose spine is " + reading.spine());
		final Finding before = reading.finding(segment);
		final Finding after = how.apply(before);
		return new Edit(kind, after.equals(before) ? List.of() : List.of(change(reading, segment, after)), "");
	}

	private static Change change(final Reading reading, final Segment segment, final Finding after) {
		return new FindingChange(segment, reading.finding(segment), after);
	}
}
