package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;

/**
 * Reads series into an image. Axes are x, y, z (rising along row direction × column direction), t (b-value, then single
 * directions in the order of acquisition, then trace; or echo time, or energy, or tube voltage; volumes that are
 * alike in all of these follow one another in the order of acquisition) and c (magnitude and phase, real and imaginary, or
 * water and fat).
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
		final List<Frame> frames = SeriesMerger.merge(entries, volumes, notes);
		for (final Frame frame : frames)
			if (frame.problem().isPresent() && !(frames.size() == 1 && frame.scale().isPresent())) throw frame
				.refusal();
		final Optional<Geometry> geometry;
		final List<List<Volume>> components;
		if (frames.get(0).plane().isEmpty()) {
			geometry = LonePicture.geometry(frames.get(0), notes);
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

	private void remarks(final List<Frame> frames) {
		frames.stream().flatMap(frame -> frame.remarks().stream()).distinct().forEach(notes::add);
		frames.stream().map(Frame::content).filter(content -> content.map().isPresent()).distinct().forEach(
			content -> notes.add("This is a computed map (" + content.component() + "), no measured signal: " + content.map()
				.get()));
	}

	private String title() {
		return entries.stream().map(entry -> (entry.name() + " " + entry.description()).strip()).distinct().collect(Collectors
			.joining(" + "));
	}

	private static List<PlaneLabel> labels(final List<List<Volume>> components) {
		final List<Volume> first = components.get(0);
		final List<PlaneLabel> labels = new ArrayList<>();
		for (int t = 0; t < first.size(); t++) {
			final int frame = t;
			final boolean repeated = first.stream().filter(volume -> volume.kind().isLike(first.get(frame).kind()))
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
		final String described = planes.stream().filter(plane -> plane.spectrum().described()).map(plane -> plane.spectrum()
			.describe().replace(" (description)", "") + " from '" + plane.facts().get(Tag.SERIES_DESCRIPTION).orElse("") + "'")
			.distinct().collect(Collectors.joining(", "));
		if (!described.isEmpty()) tags.put("VertebraJ energies by description", described);
		return tags;
	}
}
