package io.github.vertebraj.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.Position;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.Segment;

/**
 * Where segments lie, to show them: the centre that was placed; else that of the same vertebra's other site; else,
 * between two vertebrae of which the centres are known, the point that divides the line between them by the count of levels.
 * Beyond the first and the last one nothing is guessed.
 */
public final class LevelPlaces {

	private LevelPlaces() {}

	/** The place of a segment; empty when it is not known, or its neighbours are in different coordinate systems. */
	public static Optional<Position> of(final Reading reading, final Segment segment) {
		return reading.finding(segment).position().or(() -> of(reading, segment.level())).or(() -> between(reading, segment
			.level()));
	}

	private static Optional<Position> of(final Reading reading, final VertebralLevel level) {
		return Stream.of(Site.VB, Site.PE).flatMap(site -> reading.findings().entrySet().stream().filter(entry -> entry
			.getKey().level() == level && entry.getKey().site() == site).map(entry -> entry.getValue())).map(Finding::position)
			.flatMap(Optional::stream).findFirst();
	}

	private static Optional<Position> between(final Reading reading, final VertebralLevel level) {
		final List<VertebralLevel> levels = reading.spine().levels();
		final int at = levels.indexOf(level);
		final List<Integer> known = new ArrayList<>();
		for (int i = 0; i < levels.size(); i++)
			if (of(reading, levels.get(i)).isPresent()) known.add(i);
		final Optional<Integer> above = known.stream().filter(i -> i < at).reduce((one, other) -> other);
		final Optional<Integer> below = known.stream().filter(i -> i > at).findFirst();
		if (above.isEmpty() || below.isEmpty()) return Optional.empty();
		final Position from = of(reading, levels.get(above.get())).get();
		final Position to = of(reading, levels.get(below.get())).get();
		if (!from.frameOfReference().equals(to.frameOfReference())) return Optional.empty();
		final double part = (at - above.get()) / (double) (below.get() - above.get());
		return Optional.of(new Position(from.xMm() + part * (to.xMm() - from.xMm()), from.yMm() + part * (to.yMm() - from
			.yMm()), from.zMm() + part * (to.zMm() - from.zMm()), from.frameOfReference()));
	}
}
