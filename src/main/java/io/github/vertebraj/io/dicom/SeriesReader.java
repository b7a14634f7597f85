package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.io.dicom.Diffusion.Kind;

/**
 * Reads series into an image. Axes are x, y, z (rising along row direction × column direction), t (b-value, then single
 * directions in the order of acquisition, then trace; or echo time, or tube voltage; volumes that are alike in all of these
 * follow one another in the order of acquisition) and c (magnitude and phase, real and imaginary, or water and fat).
 * <p>
 * The tags of the image are the DICOM facts that all planes share, by {@code 0008,0060 Modality}; centre and width of the
 * window, which scanners choose for every plane, are those of the middle slice of the first frame.
 * </p>
 */
public final class SeriesReader {

	private final List<SeriesEntry> entries;
	private final DiffusionVolumes volumes;
	private final List<String> notes = new ArrayList<>();

	private SeriesReader(final List<SeriesEntry> entries, final DiffusionVolumes volumes) {
		this.entries = entries;
		this.volumes = volumes;
	}

	/**
	 * Reads one series, or several as one image.
	 *
	 * @param entries  of a {@link SeriesCatalogue}; of several, the geometry must agree
	 * @param volumes  which diffusion volumes to take
	 * @param progress hears the part that is done, 0 to 1
	 * @throws IOException if the series cannot be read as one image; the message names the files and the reason
	 * @throws IllegalArgumentException if there is no entry
	 * @throws java.util.concurrent.CancellationException if the calling thread was interrupted
	 */
	public static LoadedSeries read(final List<SeriesEntry> entries, final DiffusionVolumes volumes,
		final DoubleConsumer progress) throws IOException
	{
		if (entries.isEmpty()) throw new IllegalArgumentException("No series to read");
		return new SeriesReader(List.copyOf(entries), volumes).read(progress);
	}

	private LoadedSeries read(final DoubleConsumer progress) throws IOException {
		final List<Frame> frames = choose(withoutUndeclared(merged()));
		for (final Frame frame : frames)
			if (frame.problem().isPresent() && !(frames.size() == 1 && frame.scale().isPresent())) throw new IOException(frame
				.source().file() + ": " + frame.problem().get());
		final Optional<Geometry> geometry;
		final List<List<Volume>> components;
		if (frames.size() == 1 && frames.get(0).plane().isEmpty()) {
			geometry = Optional.of(loneGeometry(frames.get(0)));
			components = List.of(List.of(new Volume(Volume.Kind.of(frames.get(0)), 1, frames)));
		}
		else {
			final Grid grid = Grid.of(frames, notes);
			geometry = Optional.of(grid.geometry());
			components = VolumeSorter.sort(frames, grid);
		}
		remarks(frames);
		final List<Frame> planes = components.stream().flatMap(List::stream).flatMap(volume -> volume.planes().stream())
			.toList();
		final long slices = components.get(0).get(0).planes().size();
		final Voxels voxels = Voxels.of(PlaneDecoder.decode(planes, progress), planes.get(0).columns(), planes.get(0).rows(),
			slices, components.get(0).size(), components.size());
		return new LoadedSeries(new CalibratedImage(title(), voxels.image(), voxels.scale(), geometry, labels(components),
			tags(components, planes)), notes);
	}

	/** All planes, each of them once, with the b-values that can be concluded within a series. */
	private List<Frame> merged() throws IOException {
		final List<Frame> frames = new ArrayList<>();
		for (int i = 0; i < entries.size(); i++)
			for (final Frame frame : UnweightedPlanes.resolve(entries.get(i).frames(), notes))
				frames.add(frame.inSeries(i));
		if (entries.stream().map(SeriesEntry::map).distinct().count() > 1) throw new IOException(
			"A computed map cannot be merged with measured signal: " + entries.stream().map(SeriesEntry::summary).collect(
				Collectors.joining("; ")));
		final Map<List<Object>, Frame> distinct = new LinkedHashMap<>();
		final List<Frame> copies = new ArrayList<>();
		for (final Frame frame : frames) {
			final List<Object> identity = List.of(frame.source().instance().isEmpty() ? frame.source().file() : frame.source()
				.instance(), frame.order(), frame.source().x(), frame.source().y(), frame.plane());
			if (distinct.putIfAbsent(identity, frame) != null) copies.add(frame);
		}
		if (!copies.isEmpty()) notes.add(copies.size() + " images are there twice (same SOP Instance UID) and were read once: " +
			FileNames.of(copies));
		return List.copyOf(distinct.values());
	}

	/** Some scanners write b = 0 into everything; without weighting anywhere it means nothing. */
	private List<Frame> withoutUndeclared(final List<Frame> frames) throws IOException {
		final boolean weighted = frames.stream().anyMatch(frame -> frame.diffusion().isWeighted());
		final boolean declared = frames.stream().anyMatch(frame -> frame.diffusion().declared() && frame.diffusion().b()
			.isPresent());
		if (!weighted && !declared) return frames.stream().map(frame -> frame.with(Diffusion.NONE)).toList();
		final List<Frame> lacking = frames.stream().filter(frame -> frame.diffusion().b().isEmpty()).toList();
		if (!lacking.isEmpty()) throw new IOException(lacking.size() + " of " + frames.size() + " images have no b-value, " +
			Tag.format(Tag.DIFFUSION_B_VALUE) + " or the manufacturer's private tag: " + FileNames.of(lacking));
		return frames;
	}

	private List<Frame> choose(final List<Frame> frames) throws IOException {
		if (volumes == DiffusionVolumes.ALL) return frames;
		final Kind wanted = volumes == DiffusionVolumes.TRACE ? Kind.TRACE : Kind.DIRECTION;
		final List<Frame> chosen = frames.stream().filter(frame -> frame.diffusion().b().isPresent() && (frame.diffusion()
			.kind() == Kind.UNWEIGHTED || frame.diffusion().kind() == wanted)).toList();
		if (chosen.stream().noneMatch(frame -> frame.diffusion().kind() == wanted)) {
			final Set<String> there = frames.stream().map(Volume.Kind::of).map(Volume.Kind::describe).collect(Collectors
				.toCollection(LinkedHashSet::new));
			throw new IOException("No image is marked as " + (wanted == Kind.TRACE ? "a trace image" : "a single direction") +
				", so volumes=" + volumes.key() + " picks nothing; there are: " + there.stream().limit(8).collect(Collectors
					.joining("; ")));
		}
		return chosen;
	}

	/** A picture that is not said to lie anywhere in a patient has its spacing only. */
	private Geometry loneGeometry(final Frame frame) throws IOException {
		final String problem = frame.source().file() + ": " + frame.problem().orElse("has no position");
		final double[] spacing = numbers(frame, Tag.PIXEL_SPACING);
		final double[] thickness = numbers(frame, Tag.SLICE_THICKNESS);
		if (spacing.length != 2 || !(spacing[0] > 0) || !(spacing[1] > 0)) throw new IOException(problem);
		if (thickness.length != 1 || !(thickness[0] > 0)) throw new IOException(problem + ", and " + Tag.format(
			Tag.SLICE_THICKNESS) + " SliceThickness too, so its pixels have no volume");
		notes.add(frame.name() + ": " + frame.problem().orElse("") + "; only the spacing is known");
		return Geometry.ofSpacing(spacing[1], spacing[0], thickness[0]);
	}

	private static double[] numbers(final Frame frame, final int tag) {
		try {
			return frame.facts().get(tag).stream().flatMap(text -> List.of(text.split("\\\\")).stream()).mapToDouble(
				Double::parseDouble).toArray();
		}
		catch (final NumberFormatException e) {
			return new double[0];
		}
	}

	private void remarks(final List<Frame> frames) {
		frames.stream().flatMap(frame -> frame.remarks().stream()).distinct().forEach(notes::add);
		frames.stream().map(Frame::content).filter(content -> content.map().isPresent()).distinct().forEach(
			content -> notes.add("This is a computed map (" + content.component() + "), no measured signal: " + content.map()
				.get()));
	}

	private String title() {
		return entries.stream().map(entry -> (entry.id() + " " + entry.description()).strip()).distinct().collect(Collectors
			.joining(" + "));
	}

	private static List<PlaneLabel> labels(final List<List<Volume>> components) {
		final List<Volume> first = components.get(0);
		final List<PlaneLabel> labels = new ArrayList<>();
		for (int t = 0; t < first.size(); t++) {
			final int frame = t;
			final boolean repeated = first.stream().filter(volume -> volume.kind().isSameFrame(first.get(frame).kind()))
				.count() > 1;
			final List<PlaneLabel> ofFrame = components.stream().map(volumes -> volumes.get(frame).label(repeated)).toList();
			for (int z = 0; z < first.get(t).planes().size(); z++)
				labels.addAll(ofFrame);
		}
		return labels;
	}

	private static Map<String, String> tags(final List<List<Volume>> components, final List<Frame> planes) {
		final Map<String, String> tags = Facts.common(planes.stream().map(Frame::facts).toList());
		final List<Frame> first = components.get(0).get(0).planes();
		final Facts middle = first.get(first.size() / 2).facts();
		for (final int tag : new int[] { Tag.WINDOW_CENTER, Tag.WINDOW_WIDTH })
			middle.get(tag).ifPresent(text -> tags.put(Facts.key(tag), text.split("\\\\")[0]));
		return tags;
	}
}
