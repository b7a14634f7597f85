package io.github.vertebraj.io.dicom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Picks series by what a person writes: a series number ({@code 17}), a number with a component or computed map of the
 * series ({@code 17/phase}, {@code 17/adc}), a Series Instance UID, or a part of the description; several of them joined
 * by commas. A number or UID alone means the measured signal of the series, not the maps that were computed from it; so
 * does nothing at all, where there is one series.
 */
final class SeriesSelection {

	private SeriesSelection() {}

	static List<SeriesEntry> select(final List<SeriesEntry> entries, final String text) {
		final String wanted = text == null ? "" : text.strip();
		if (wanted.isEmpty()) {
			final List<SeriesEntry> candidates = measured(entries);
			if (candidates.size() == 1) return candidates;
			throw new IllegalArgumentException("There are " + entries.size() + " series; choose one with series=: " + list(
				entries) + together(entries));
		}
		// A description may hold a comma itself.
		if (wanted.contains(",") && find(entries, wanted).size() == 1) return find(entries, wanted);
		final Set<SeriesEntry> chosen = new LinkedHashSet<>();
		for (final String term : wanted.split(","))
			chosen.add(one(entries, term.strip()));
		return List.copyOf(chosen);
	}

	private static SeriesEntry one(final List<SeriesEntry> entries, final String term) {
		final List<SeriesEntry> found = find(entries, term);
		if (found.size() == 1) return found.get(0);
		if (found.isEmpty()) throw new IllegalArgumentException("No series is '" + term + "'. There are: " + list(entries));
		throw new IllegalArgumentException("'" + term + "' fits " + found.size() +
			" series; choose one by its number or UID: " + list(found));
	}

	private static List<SeriesEntry> find(final List<SeriesEntry> entries, final String term) {
		if (term.isEmpty()) return List.of();
		final String lower = term.toLowerCase(Locale.ROOT);
		final List<Predicate<SeriesEntry>> ways = List.of( //
			entry -> entry.id().equalsIgnoreCase(term), //
			entry -> entry.number().isPresent() && term.equals(Integer.toString(entry.number().getAsInt())), //
			entry -> entry.uid().equals(term), //
			entry -> entry.description().equalsIgnoreCase(term), //
			entry -> entry.description().toLowerCase(Locale.ROOT).contains(lower));
		for (final Predicate<SeriesEntry> way : ways) {
			final List<SeriesEntry> found = measured(entries.stream().filter(way).toList());
			if (!found.isEmpty()) return found;
		}
		return component(entries, lower);
	}

	/** Without the maps that a scanner has put into the series of their sources. */
	static List<SeriesEntry> measured(final List<SeriesEntry> found) {
		final List<SeriesEntry> kept = new ArrayList<>(found);
		kept.removeIf(entry -> entry.map().isPresent() && found.stream().anyMatch(other -> other.map().isEmpty() && other
			.uid().equals(entry.uid())));
		return kept;
	}

	private static List<SeriesEntry> component(final List<SeriesEntry> entries, final String term) {
		final int slash = term.lastIndexOf('/');
		if (slash < 0) return List.of();
		final String component = term.substring(slash + 1);
		return find(entries, term.substring(0, slash)).stream().map(entry -> entry.component(component)).filter(entry -> !entry
			.frames().isEmpty()).toList();
	}

	private static String together(final List<SeriesEntry> entries) {
		final List<RelatedSeries> related = RelatedSeries.among(entries);
		return related.isEmpty() ? "" : ". These look like parts of one acquisition: series=" + related.stream().map(
			RelatedSeries::summary).collect(Collectors.joining("; series="));
	}

	private static String list(final List<SeriesEntry> entries) {
		return entries.stream().map(SeriesEntry::summary).collect(Collectors.joining("; "));
	}
}
