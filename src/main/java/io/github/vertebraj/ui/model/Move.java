package io.github.vertebraj.ui.model;

import java.util.List;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.Segment;

/** Where the arrow keys lead from a segment; at an end they stay. */
public enum Move {
	/** One vertebra towards the head. */
	UP,
	/** One vertebra towards the feet. */
	DOWN,
	/** To the body of the same vertebra. */
	LEFT,
	/** To its posterior element. */
	RIGHT,
	/** The next to be read: body, posterior element, body of the vertebra below. */
	NEXT,
	/** The first of all. */
	FIRST,
	/** The last of all. */
	LAST;

	/** The segment to which it leads; another site of the vertebra where that one has no such site. */
	Segment from(final Segment from, final Reading reading) {
		final List<Segment> segments = reading.segments();
		return switch (this) {
			case UP -> vertical(from, reading, -1);
			case DOWN -> vertical(from, reading, 1);
			case LEFT -> at(from.level(), Site.VB, segments, from);
			case RIGHT -> at(from.level(), Site.PE, segments, from);
			case NEXT -> segments.get(Math.min(segments.indexOf(from) + 1, segments.size() - 1));
			case FIRST -> segments.get(0);
			case LAST -> segments.get(segments.size() - 1);
		};
	}

	private static Segment vertical(final Segment from, final Reading reading, final int step) {
		final List<Segment> segments = reading.segments();
		final List<VertebralLevel> levels = segments.stream().map(Segment::level).distinct().toList();
		final int to = Math.max(0, Math.min(levels.size() - 1, levels.indexOf(from.level()) + step));
		return at(levels.get(to), from.site(), segments, from);
	}

	private static Segment at(final VertebralLevel level, final Site site, final List<Segment> segments,
		final Segment otherwise)
	{
		final List<Segment> here = segments.stream().filter(segment -> segment.level() == level).toList();
		return here.stream().filter(segment -> segment.site() == site).findFirst().orElse(here.contains(otherwise)
			? otherwise : here.get(0));
	}
}
