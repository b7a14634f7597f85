package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The image series below a folder, found by reading headers only. Immutable; the same for any number of threads.
 *
 * @param entries the series, by number
 * @param notes   files that were passed over, in sentences
 */
public record SeriesCatalogue(List<SeriesEntry> entries, List<String> notes) {

	public SeriesCatalogue {
		entries = List.copyOf(entries);
		notes = List.copyOf(notes);
	}

	/** What became of one file. */
	private record Scanned(Path file, List<Frame> frames, Reason reason, String message) {}

	private enum Reason {
		IMAGE, NOT_DICOM, NO_IMAGE, DAMAGED
	}

	/**
	 * Lists the series of one file, or of all files in and below a folder. Files that are not DICOM, a DICOMDIR and DICOM
	 * objects without an image are passed over; so are damaged headers, which the notes name with the damage, and which keep
	 * the series beside them from being read.
	 *
	 * @param progress hears the part that is done, 0 to 1
	 * @throws IOException if there is no such file or folder, or no DICOM image in it
	 * @throws java.util.concurrent.CancellationException if the calling thread was interrupted
	 */
	public static SeriesCatalogue scan(final Path fileOrFolder, final DoubleConsumer progress) throws IOException {
		if (!Files.exists(fileOrFolder)) throw new IOException("There is no file or folder " + fileOrFolder);
		final List<Path> files = files(fileOrFolder);
		final List<Scanned> scanned = FileTasks.run(files, SeriesCatalogue::scan, progress);
		final List<String> notes = notes(scanned);
		final List<Frame> frames = scanned.stream().flatMap(file -> file.frames.stream()).toList();
		if (frames.isEmpty()) throw new IOException("No DICOM image in " + fileOrFolder + (files.isEmpty()
			? ", which is empty" : ": " + String.join("; ", notes)));
		return new SeriesCatalogue(entries(frames, scanned.stream().filter(file -> file.reason == Reason.DAMAGED).toList()),
			notes);
	}

	private static List<Path> files(final Path fileOrFolder) throws IOException {
		if (!Files.isDirectory(fileOrFolder)) return List.of(fileOrFolder);
		try (Stream<Path> walk = Files.walk(fileOrFolder, FileVisitOption.FOLLOW_LINKS)) {
			return walk.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith(".")).sorted()
				.toList();
		}
		catch (final UncheckedIOException e) {
			final boolean isLoop = e.getCause() instanceof FileSystemLoopException;
			throw new IOException("Cannot list " + fileOrFolder + ": " + e.getCause().getMessage() + (isLoop
				? " is a link that leads back to its own folder; remove it" : ""), e);
		}
	}

	private static Scanned scan(final Path file) throws IOException {
		if (file.getFileName().toString().equalsIgnoreCase("DICOMDIR")) return new Scanned(file, List.of(), Reason.NO_IMAGE,
			"");
		try {
			final List<Frame> frames = FrameReader.read(DicomFile.readHeader(file));
			return new Scanned(file, frames, frames.isEmpty() ? Reason.NO_IMAGE : Reason.IMAGE, "");
		}
		catch (final ClosedByInterruptException e) {
			throw e;
		}
		catch (final IOException e) {
			return failed(file, e);
		}
	}

	private static Scanned failed(final Path file, final IOException failure) {
		try {
			return new Scanned(file, List.of(), DicomFile.isDicom(file) ? Reason.DAMAGED : Reason.NOT_DICOM, failure
				.getMessage());
		}
		catch (final IOException e) {
			return new Scanned(file, List.of(), Reason.DAMAGED, file + " cannot be read (" + e.getClass().getSimpleName() + ")");
		}
	}

	private static List<String> notes(final List<Scanned> scanned) {
		final List<String> notes = new ArrayList<>();
		final List<String> foreign = names(scanned, Reason.NOT_DICOM);
		if (!foreign.isEmpty()) notes.add("Not DICOM: " + FileNames.count(foreign.size(), "file") + " (" + FileNames.list(
			foreign) + ")");
		final List<String> other = names(scanned, Reason.NO_IMAGE);
		if (!other.isEmpty()) notes.add("Without an image: " + FileNames.count(other.size(), "DICOM file") + " (" + FileNames
			.list(other) + ")");
		scanned.stream().filter(file -> file.reason == Reason.DAMAGED).map(Scanned::message).forEach(notes::add);
		return notes;
	}

	private static List<String> names(final List<Scanned> scanned, final Reason reason) {
		return scanned.stream().filter(file -> file.reason == reason).map(file -> file.file.getFileName().toString())
			.toList();
	}

	/**
	 * One entry per series, and one more per computed map that a series holds beside its signal. Copies of a series that a
	 * program has changed may keep its UID under another number.
	 */
	private static List<SeriesEntry> entries(final List<Frame> frames, final List<Scanned> damaged) {
		final Map<List<String>, Map<String, List<Frame>>> series = new LinkedHashMap<>();
		final Map<String, String> joined = SliceSeries.joined(frames);
		for (final Frame frame : frames) {
			final String map = frame.content().map().isPresent() ? frame.content().component() : "";
			final String uid = frame.facts().get(Tag.SERIES_INSTANCE_UID).orElse("");
			final List<String> key = List.of(joined.getOrDefault(uid, uid), frame.facts().get(Tag.SERIES_NUMBER).orElse(""));
			series.computeIfAbsent(key, name -> new LinkedHashMap<>()).computeIfAbsent(map, name -> new ArrayList<>()).add(
				frame);
		}
		final List<SeriesEntry> entries = new ArrayList<>();
		series.forEach((key, parts) -> parts.forEach((map, part) -> {
			final boolean unique = series.keySet().stream().filter(other -> other.get(1).equals(key.get(1))).count() == 1;
			final String name = unique && !key.get(1).isEmpty() ? key.get(1) : key.get(0).isEmpty() ? "?" : key.get(0);
			entries.add(entry(name + (map.isEmpty() || parts.size() == 1 ? "" : "/" + map), map, part, damaged));
		}));
		entries.sort(Comparator.comparingInt((SeriesEntry entry) -> entry.number().orElse(Integer.MAX_VALUE)).thenComparing(
			SeriesEntry::uid).thenComparing(SeriesEntry::id));
		return entries;
	}

	private static SeriesEntry entry(final String id, final String map, final List<Frame> frames,
		final List<Scanned> damaged)
	{
		final Set<Path> folders = frames.stream().map(frame -> frame.source().file().toAbsolutePath().getParent()).collect(
			Collectors.toSet());
		final Facts facts = frames.get(0).facts();
		final OptionalInt number = facts.get(Tag.SERIES_NUMBER).filter(text -> text.matches("-?\\d{1,9}")).stream().mapToInt(
			Integer::parseInt).findFirst();
		return new SeriesEntry(id, facts.get(Tag.SERIES_INSTANCE_UID).orElse(""), number, facts.get(Tag.MODALITY).orElse("?"),
			facts.get(Tag.SERIES_DESCRIPTION).orElse(""), Optional.of(map).filter(text -> !text.isEmpty()), frames,
			damaged.stream().filter(file -> folders.contains(file.file.toAbsolutePath().getParent())).map(Scanned::message)
				.toList());
	}

	/** Whether there is one series of measured signal, so that nobody need be asked which. */
	public boolean isSingle() {
		return SeriesSelection.measured(entries).size() == 1;
	}

	/**
	 * The same series; where the user wants it, the energies of monoenergetic images and what is mixed also by the
	 * descriptions.
	 */
	public SeriesCatalogue with(final EnergySource source) {
		return source == EnergySource.TAGS ? this : new SeriesCatalogue(entries.stream().map(SeriesEntry::described).toList(),
			notes);
	}

	/** Series that look like parts of one acquisition and could be read together. */
	public List<RelatedSeries> related() {
		return RelatedSeries.among(entries);
	}

	/**
	 * The series that a text selects; see {@link SeriesSelection}.
	 *
	 * @throws IllegalArgumentException if it selects none, or leaves open which one; the message lists the candidates
	 */
	public List<SeriesEntry> select(final String text) {
		return SeriesSelection.select(entries, text);
	}
}
