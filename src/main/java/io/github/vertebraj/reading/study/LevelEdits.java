package io.github.vertebraj.reading.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.Edit.Change;
import io.github.vertebraj.reading.study.Edit.FindingChange;
import io.github.vertebraj.reading.study.Edit.SpineChange;

/**
 * Corrections of a wrong count of vertebrae. What would fall off the spine is dropped if nothing was said of it but
 * probably benign (the edit records it, and undo brings it back); else the edit is refused.
 */
public final class LevelEdits {

	/** Where findings go. */
	public enum Direction {
		/** To the head: what was said of L2 is said of L1. */
		UP(-1),
		/** To the feet: what was said of L1 is said of L2. */
		DOWN(1);

		private final int step;

		Direction(final int step) {
			this.step = step;
		}
	}

	private LevelEdits() {}

	/** Moves all findings by one vertebra, with their positions, notes and measurements; one end is left unrated. */
	public static Edit shift(final Reading reading, final Direction direction) {
		final List<VertebralLevel> levels = reading.spine().levels();
		return shift(reading, direction, levels.get(0), levels.get(levels.size() - 1));
	}

	/**
	 * Moves the findings of the vertebrae between two, these included, by one vertebra. What lies beyond stays, so what
	 * the last one would cover must not hold more than probably benign.
	 *
	 * @throws IllegalArgumentException if a finding would be lost; names it
	 */
	public static Edit shift(final Reading reading, final Direction direction, final VertebralLevel from,
		final VertebralLevel to)
	{
		final List<VertebralLevel> levels = reading.spine().levels();
		final int first = index(reading, from);
		final int last = index(reading, to);
		if (first > last) throw new IllegalArgumentException("Levels run from head to tail: " + from + " lies below " + to);
		final SortedMap<Segment, Finding> after = new TreeMap<>(reading.findings());
		final SortedMap<Segment, Finding> moving = new TreeMap<>();
		reading.findings().forEach((segment, finding) -> {
			final int index = levels.indexOf(segment.level());
			if (index < first || index > last) return;
			after.remove(segment);
			final int next = index + direction.step;
			final boolean fits = next >= 0 && next < levels.size() && Segment.exists(levels.get(next), segment.site());
			if (fits) moving.put(new Segment(levels.get(next), segment.site()), finding);
			else if (!finding.isUnremarkable()) throw lost(segment, "has no vertebra to go to");
		});
		moving.keySet().forEach(segment -> {
			if (!reading.finding(segment).isUnremarkable() && after.containsKey(segment)) throw lost(segment,
				"would be covered");
		});
		after.putAll(moving);
		return new Edit(EditKind.SHIFT, changes(reading, after), direction.name().toLowerCase(Locale.ROOT) + ", " +
			from + " to " + to);
	}

	/**
	 * Counts the vertebrae anew. Findings keep their levels; shift them where that is not meant.
	 *
	 * @throws IllegalArgumentException if a finding would be lost; names it
	 */
	public static Edit spine(final Reading reading, final Spine spine) {
		if (spine.equals(reading.spine())) return new Edit(EditKind.SPINE, List.of(), "");
		final SortedMap<Segment, Finding> after = new TreeMap<>(reading.findings());
		final List<VertebralLevel> levels = spine.levels();
		after.entrySet().removeIf(entry -> {
			if (levels.contains(entry.getKey().level())) return false;
			if (!entry.getValue().isUnremarkable()) throw lost(entry.getKey(), "is no part of the spine " + spine);
			return true;
		});
		final List<Change> changes = new ArrayList<>(changes(reading, after));
		changes.add(new SpineChange(reading.spine(), spine));
		return new Edit(EditKind.SPINE, changes, "");
	}

	private static int index(final Reading reading, final VertebralLevel level) {
		final int index = reading.spine().levels().indexOf(level);
		if (index < 0) throw new IllegalArgumentException("There is no " + level + " in " + reading.key() +
			", whose spine is " + reading.spine());
		return index;
	}

	private static IllegalArgumentException lost(final Segment segment, final String why) {
		return new IllegalArgumentException("The finding of " + segment + " would be lost: it " + why +
			"; clear or move it first");
	}

	private static List<Change> changes(final Reading reading, final SortedMap<Segment, Finding> after) {
		return reading.segments().stream().filter(segment -> !reading.finding(segment).equals(after.getOrDefault(segment,
			Finding.EMPTY))).<Change> map(segment -> new FindingChange(segment, reading.finding(segment), after.getOrDefault(
				segment, Finding.EMPTY))).toList();
	}
}
