package io.github.vertebraj.reading.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.vertebraj.reading.study.Edit;
import io.github.vertebraj.reading.study.Edit.Change;
import io.github.vertebraj.reading.study.EditKind;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.Segment;

/** What somebody changed in the file of a reading with an editor. */
final class OutsideEdit {

	private OutsideEdit() {}

	/** @throws IllegalArgumentException if the sites differ, which no edit changes */
	static Edit between(final Reading before, final Reading after) {
		if (!before.sites().equals(after.sites())) throw new IllegalArgumentException("the sites of " + before.key() +
			" were changed by hand from " + before.sites() + " to " + after.sites());
		final List<Change> changes = new ArrayList<>();
		final SortedSet<Segment> segments = new TreeSet<>(before.findings().keySet());
		segments.addAll(after.findings().keySet());
		for (final Segment segment : segments)
			if (!before.finding(segment).equals(after.finding(segment))) changes.add(new Edit.FindingChange(segment, before
				.finding(segment), after.finding(segment)));
		if (!before.spine().equals(after.spine())) changes.add(new Edit.SpineChange(before.spine(), after.spine()));
		if (before.status() != after.status()) changes.add(new Edit.StatusChange(before.status(), after.status()));
		return new Edit(EditKind.OUTSIDE_CHANGE, changes, "the file was changed by hand");
	}
}
