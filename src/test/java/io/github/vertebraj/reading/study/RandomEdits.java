package io.github.vertebraj.reading.study;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.github.vertebraj.reading.FractureGrade;
import io.github.vertebraj.reading.FractureShape;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.LevelEdits.Direction;
import io.github.vertebraj.reading.study.Spine.Sacrum;

/** A reader who does anything. */
public final class RandomEdits {

	private final Random random;

	public RandomEdits(final long seed) {
		random = new Random(seed);
	}

	/** Some edit, perhaps empty; none when it was refused. */
	public Optional<Edit> next(final Reading reading) {
		try {
			return Optional.of(any(reading));
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private Edit any(final Reading reading) {
		final Segment segment = pick(reading.segments());
		return switch (random.nextInt(17)) {
			case 0 -> Edits.invisible(reading, segment, random.nextBoolean());
			case 1 -> Edits.type(reading, segment, maybe(LesionType.values()));
			case 2 -> Edits.criterion(reading, segment, pick(List.of(Criterion.values())), maybe(Presence.values()));
			case 3 -> Edits.shape(reading, segment, maybe(FractureShape.values()));
			case 4 -> Edits.grade(reading, segment, maybe(FractureGrade.values()));
			case 5 -> Edits.sign(reading, segment, new SignAt(pick(List.of(FractureSign.values())), pick(List.of(Modality
				.values()))), maybe(Presence.values()));
			case 6 -> Edits.note(reading, segment, pick(List.of("", "two\nlines", "\"quoted\" \\ \u00fc \u691c \ud83e\uddb4",
				"}", "\u2028\t\u0000")));
			case 7 -> Edits.position(reading, segment, random.nextBoolean() ? Optional.empty() : Optional.of(new Position(
				random.nextGaussian() * 100, -0.0, 1e-7, maybe(new String[] { "1.2.840.1" }))));
			case 8 -> Edits.measured(reading, segment, List.of(new Measurement(segment.name() + " lesion",
				"Mean (10^-3 mm^2/s)", pick(List.of(0.1, Double.NaN, 1.0 / 3, Double.POSITIVE_INFINITY)))));
			case 9 -> Edits.restBenign(reading);
			case 10 -> LevelEdits.shift(reading, pick(List.of(Direction.values())));
			case 11 -> LevelEdits.shift(reading, pick(List.of(Direction.values())), VertebralLevel.T5, VertebralLevel.L2);
			case 12 -> LevelEdits.spine(reading, new Spine(11 + random.nextInt(3), 4 + random.nextInt(3), pick(List.of(
				Sacrum.values()))));
			case 13 -> reading.status() == ReadingStatus.OPEN ? Edits.finish(reading) : Edits.reopen(reading, "a look again");
			default -> Edits.rate(reading, segment, maybe(Rating.values()));
		};
	}

	private <T> Optional<T> maybe(final T[] values) {
		return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(pick(List.of(values)));
	}

	private <T> T pick(final List<T> values) {
		return values.get(random.nextInt(values.size()));
	}
}
