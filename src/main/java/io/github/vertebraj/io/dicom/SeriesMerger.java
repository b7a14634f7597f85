package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.vertebraj.io.dicom.Diffusion.Kind;

/** Joins the planes of the chosen series, before anything is known about their geometry. */
final class SeriesMerger {

	private SeriesMerger() {}

	/**
	 * All planes of the series, each of them once, as far as the choice of volumes wants them.
	 *
	 * @param notes gets a sentence for everything that had to be concluded or left out
	 * @throws IOException if signal and computed maps are mixed, patients are, a file beside the series is damaged,
	 *                     b-values are missing, or there is no volume of the kind that is wanted
	 */
	static List<Frame> merge(final List<SeriesEntry> entries, final DiffusionVolumes volumes, final List<String> notes)
		throws IOException
	{
		if (entries.stream().map(SeriesEntry::map).distinct().count() > 1) throw new IOException(
			"A computed map cannot be merged with measured signal: " + entries.stream().map(SeriesEntry::summary).collect(
				Collectors.joining("; ")));
		requireOnePatient(entries);
		for (final SeriesEntry entry : entries)
			if (!entry.damaged().isEmpty()) throw new IOException(entry.damaged().get(0) + ". It lies beside series " + entry
				.name() + " and may belong to it; if it doesn't, move it away");
		final List<Frame> frames = new ArrayList<>();
		for (int i = 0; i < entries.size(); i++)
			for (final Frame frame : UnweightedPlanes.resolve(entries.get(i).frames(), notes))
				frames.add(frame.inSeries(i));
		return choose(withoutUndeclared(withComponents(withFilters(withoutCopies(frames, notes), notes))), volumes);
	}

	/**
	 * Names and numbers of patients are not read. Images of two patients differ in the frame of reference, which the
	 * geometry compares; where files do not tell it, series must be of one study.
	 */
	private static void requireOnePatient(final List<SeriesEntry> entries) throws IOException {
		final List<Frame> frames = entries.stream().map(entry -> entry.frames().get(0)).toList();
		final boolean placed = frames.stream().allMatch(frame -> frame.facts().get(Tag.FRAME_OF_REFERENCE_UID).isPresent());
		for (final int tag : placed ? new int[] { Tag.PATIENT_SEX } : new int[] { Tag.PATIENT_SEX, Tag.STUDY_INSTANCE_UID })
			if (frames.stream().flatMap(frame -> frame.facts().get(tag).stream()).distinct().count() > 1) throw new IOException(
				"The series differ in " + Tag.format(tag) + " " + Tag.keyword(tag) + " (" + frames.stream().flatMap(frame -> frame
					.facts().get(tag).stream()).distinct().collect(Collectors.joining(" against ")) + ")" + (tag == Tag.PATIENT_SEX
						? "" : " and do not tell a common frame of reference, " + Tag.format(Tag.FRAME_OF_REFERENCE_UID)) +
					", so they may be of different patients: " + entries.stream().map(SeriesEntry::summary).collect(Collectors
						.joining("; ")));
	}

	private static List<Frame> withoutCopies(final List<Frame> frames, final List<String> notes) {
		final Map<List<Object>, Frame> distinct = new LinkedHashMap<>();
		final List<Frame> copies = new ArrayList<>();
		for (final Frame frame : frames) {
			final Frame.Source source = frame.source();
			final List<Object> identity = List.of(source.instance().isEmpty() ? source.file() : source.instance(), frame
				.order(), source.x(), source.y(), frame.plane());
			if (distinct.putIfAbsent(identity, frame) != null) copies.add(frame);
		}
		if (!copies.isEmpty()) notes.add("Read once, though there several times (same SOP Instance UID): " + FileNames.count(
			copies.size(), "image") + " (" + FileNames.of(copies) + ")");
		return List.copyOf(distinct.values());
	}

	/** Magnitude goes without saying, so beside images that say it, others are taken to be the same. */
	private static List<Frame> withComponents(final List<Frame> frames) {
		final Set<String> components = frames.stream().map(frame -> frame.content().component()).collect(Collectors.toSet());
		if (!components.contains("") || components.size() == 1) return frames;
		return frames.stream().map(frame -> frame.content().component().isEmpty() ? frame.with(new ImageContent("magnitude",
			Optional.empty())) : frame).toList();
	}

	/** Filters tell spectra of one voltage apart, when each is that of a series; else they are of no matter. */
	private static List<Frame> withFilters(final List<Frame> frames, final List<String> notes) {
		final Map<Integer, Set<Spectrum>> bySeries = frames.stream().collect(Collectors.groupingBy(frame -> frame.order()
			.series(), Collectors.mapping(frame -> frame.spectrum().untimed(), Collectors.toSet())));
		final List<Spectrum> spectra = bySeries.values().stream().flatMap(Set::stream).distinct().toList();
		final boolean matter = bySeries.values().stream().allMatch(set -> set.size() == 1) && spectra.stream().anyMatch(
			a -> spectra.stream().anyMatch(a::differsInFilterOnly));
		if (!matter) return frames.stream().map(frame -> frame.spectrum().filter().isEmpty() ? frame : frame.with(frame
			.spectrum().unfiltered())).toList();
		notes.add("Some spectra differ in their filter only, which does not tell the harder one; they keep the order in which" +
			" the series are given: " + spectra.stream().map(spectrum -> spectrum.describe() + " " + spectrum.filter()).collect(
				Collectors.joining(", ")));
		return frames;
	}

	/** Some scanners write b = 0 into everything; without weighting anywhere it means nothing. */
	private static List<Frame> withoutUndeclared(final List<Frame> frames) throws IOException {
		final boolean diffusion = frames.stream().map(Frame::diffusion).anyMatch(d -> d.isWeighted() || d.declared() && d.b()
			.isPresent());
		if (!diffusion) return frames.stream().map(frame -> frame.with(Diffusion.NONE)).toList();
		final List<Frame> lacking = frames.stream().filter(frame -> frame.diffusion().b().isEmpty()).toList();
		if (!lacking.isEmpty()) throw new IOException(lacking.size() + " of " + frames.size() + " images have no b-value, " +
			Tag.format(Tag.DIFFUSION_B_VALUE) + " or the manufacturer's private tag: " + FileNames.of(lacking));
		return frames;
	}

	private static List<Frame> choose(final List<Frame> frames, final DiffusionVolumes volumes) throws IOException {
		if (volumes == DiffusionVolumes.ALL) return frames;
		final Kind wanted = volumes == DiffusionVolumes.TRACE ? Kind.TRACE : Kind.DIRECTION;
		final List<Frame> chosen = frames.stream().filter(frame -> frame.diffusion().b().isPresent() && (frame.diffusion()
			.kind() == Kind.UNWEIGHTED || frame.diffusion().kind() == wanted)).toList();
		if (chosen.stream().noneMatch(frame -> frame.diffusion().kind() == wanted)) throw new IOException(
			"No image is marked as " + (wanted == Kind.TRACE ? "a trace image" : "a single direction") + ", so volumes=" +
				volumes.key() + " picks nothing; there are: " + frames.stream().map(Volume.Kind::of).map(
					Volume.Kind::describe).distinct().limit(8).collect(Collectors.joining("; ")));
		return chosen;
	}
}
