package io.github.vertebraj.io.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * CT series that look like the spectra of one dual-energy acquisition: of the same voxels, study and kernel, acquired within
 * half a minute, and of different tube voltage, or of one voltage behind different filters. Likewise the monoenergetic
 * images of one acquisition.
 */
final class SpectralSeries {

	/** Scanners with one tube may take the second spectrum after the first; a later phase of contrast medium is farther. */
	private static final double LONGEST_SECONDS = 30;

	private SpectralSeries() {}

	/** By rising energy, then voltage. A series that could stand in the place of another makes a proposal of its own. */
	static List<RelatedSeries> among(final List<SeriesEntry> entries) {
		final List<List<SeriesEntry>> groups = new ArrayList<>();
		for (final SeriesEntry entry : entries) {
			if (!isPart(entry)) continue;
			final Optional<List<SeriesEntry>> group = groups.stream().filter(other -> other.stream().allMatch(
				member -> belong(member, entry) && differ(member, entry))).findFirst();
			if (group.isPresent()) group.get().add(entry);
			else groups.add(new ArrayList<>(List.of(entry)));
		}
		final List<List<SeriesEntry>> proposals = new ArrayList<>(groups.stream().filter(group -> group.size() > 1).toList());
		for (final List<SeriesEntry> single : groups)
			if (single.size() == 1) groups.stream().filter(group -> group.size() > 1).map(group -> inPlace(group, single.get(
				0))).flatMap(Optional::stream).forEach(proposals::add);
		return proposals.stream().map(SpectralSeries::proposal).toList();
	}

	private static boolean isPart(final SeriesEntry entry) {
		if (entry.map().isPresent() || !entry.modality().equals("CT") || entry.spectra().size() != 1) return false;
		final Spectrum spectrum = entry.spectra().get(0);
		return spectrum.energy().isPresent() || spectrum.isOfTube() && !SpectralWords.isHint(spectrum, entry.description());
	}

	private static boolean belong(final SeriesEntry a, final SeriesEntry b) {
		final OptionalDouble first = time(a);
		final OptionalDouble second = time(b);
		final boolean together = first.isEmpty() || second.isEmpty() || Math.abs(first.getAsDouble() - second
			.getAsDouble()) <= LONGEST_SECONDS;
		return together && place(a).equals(place(b));
	}

	private static OptionalDouble time(final SeriesEntry entry) {
		return entry.frames().stream().flatMapToDouble(frame -> frame.spectrum().time().stream()).min();
	}

	private static List<Object> place(final SeriesEntry entry) {
		final Frame first = entry.frames().get(0);
		final List<List<Long>> corners = entry.frames().stream().flatMap(frame -> frame.plane().stream()).map(
			plane -> plane.origin()).map(v -> List.of(Math.round(v.x()), Math.round(v.y()), Math.round(v.z()))).distinct()
			.sorted(Comparator.comparing(List::toString)).toList();
		return List.of(entry.spectra().get(0).energy().isPresent(), first.columns(), first.rows(), corners, first.plane()
			.flatMap(Plane::frameOfReference).orElse(""), fact(first, Tag.STUDY_INSTANCE_UID), fact(first,
				Tag.CONVOLUTION_KERNEL), fact(first, Tag.PIXEL_SPACING), fact(first, Tag.PATIENT_SEX));
	}

	private static String fact(final Frame frame, final int tag) {
		return frame.facts().get(tag).orElse("");
	}

	private static boolean differ(final SeriesEntry a, final SeriesEntry b) {
		final Spectrum first = a.spectra().get(0);
		final Spectrum second = b.spectra().get(0);
		return !first.energy().equals(second.energy()) || first.energy().isEmpty() && !first.kilovolts().equals(second
			.kilovolts()) || first.differsInFilterOnly(second);
	}

	/** The group with the series in the place of the one that it does not differ from. */
	private static Optional<List<SeriesEntry>> inPlace(final List<SeriesEntry> group, final SeriesEntry entry) {
		final List<SeriesEntry> others = group.stream().filter(member -> differ(member, entry)).toList();
		if (others.size() != group.size() - 1 || !group.stream().allMatch(member -> belong(member, entry))) return Optional
			.empty();
		final List<SeriesEntry> replaced = new ArrayList<>(others);
		replaced.add(entry);
		return Optional.of(replaced);
	}

	private static RelatedSeries proposal(final List<SeriesEntry> group) {
		final List<SeriesEntry> rising = new ArrayList<>(group);
		rising.sort(Comparator.comparingDouble((SeriesEntry entry) -> entry.spectra().get(0).energy().orElse(-1))
			.thenComparingDouble(entry -> entry.spectra().get(0).kilovolts().orElse(-1)));
		final double[] times = group.stream().flatMapToDouble(entry -> time(entry).stream()).sorted().toArray();
		final double apart = times.length == 0 ? 0 : times[times.length - 1] - times[0];
		return new RelatedSeries(rising, rising.stream().map(entry -> shows(entry, group)).collect(Collectors.joining(
			", ")) + (apart > 1 ? String.format(Locale.ROOT, ", %.0f s apart", apart) : ""));
	}

	private static String shows(final SeriesEntry entry, final List<SeriesEntry> group) {
		final Spectrum spectrum = entry.spectra().get(0);
		final boolean filtered = group.stream().anyMatch(other -> spectrum.differsInFilterOnly(other.spectra().get(0)));
		return spectrum.describe() + (filtered ? " " + spectrum.filter() : "");
	}
}
