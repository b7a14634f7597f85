package io.github.vertebraj.io.dicom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Series that look like parts of one acquisition, which some scanners (Siemens, GE) spread over several: water, fat, in
 * and opposed phase, or magnitude and phase, or real and imaginary part, or the spectra or energies of a CT, at the same
 * places. A proposal, never acted upon unasked: two acquisitions of one protocol look the same.
 *
 * @param series in the order of the catalogue, spectra of CT by rising energy; at least two
 * @param shows  what each of them shows
 */
public record RelatedSeries(List<SeriesEntry> series, String shows) {

	private static final Set<String> DIXON = Set.of("water", "fat", "in-phase", "opposed-phase");
	private static final Set<String> COMPLEX = Set.of("magnitude", "phase", "real", "imaginary");

	public RelatedSeries {
		series = List.copyOf(series);
	}

	/** All of them among the series of a catalogue. */
	static List<RelatedSeries> among(final List<SeriesEntry> entries) {
		final List<List<SeriesEntry>> groups = new ArrayList<>();
		for (final SeriesEntry entry : entries) {
			if (entry.map().isPresent() || !isPart(entry)) continue;
			final Optional<List<SeriesEntry>> group = groups.stream().filter(other -> place(other.get(0)).equals(place(
				entry)) && other.stream().allMatch(member -> Collections.disjoint(member.components(), entry.components())))
				.findFirst();
			if (group.isPresent()) group.get().add(entry);
			else groups.add(new ArrayList<>(List.of(entry)));
		}
		final List<RelatedSeries> related = new ArrayList<>(groups.stream().filter(group -> group.size() > 1).map(
			group -> new RelatedSeries(group, group.stream().flatMap(entry -> entry.components().stream()).collect(Collectors
				.joining(", ")))).toList());
		related.addAll(SpectralSeries.among(entries));
		return related;
	}

	private static boolean isPart(final SeriesEntry entry) {
		final List<String> components = entry.components();
		return !components.isEmpty() && (DIXON.containsAll(components) || COMPLEX.containsAll(components));
	}

	/** What parts share; Dixon images come from different echoes. */
	private static List<Object> place(final SeriesEntry entry) {
		final boolean dixon = DIXON.containsAll(entry.components());
		final Frame first = entry.frames().get(0);
		final List<Long> depths = entry.frames().stream().flatMap(frame -> frame.plane().stream()).map(plane -> Math.round(
			plane.depth())).distinct().sorted().toList();
		return List.of(dixon, first.columns(), first.rows(), depths, first.plane().flatMap(Plane::frameOfReference).orElse(
			""), dixon ? List.of() : entry.echoTimes());
	}

	/** What selects them together: {@code 5,6,7,8}. */
	public String term() {
		return series.stream().map(SeriesEntry::id).collect(Collectors.joining(","));
	}

	/** One line: the series and what each of them shows. */
	public String summary() {
		return term() + "  merged: " + shows;
	}
}
