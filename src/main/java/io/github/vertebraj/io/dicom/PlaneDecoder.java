package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

import io.github.vertebraj.io.dicom.Frame.Source;

/** Decodes the pixels of planes, in parallel; a file or frame that holds several planes is read once. */
final class PlaneDecoder {

	/** Planes that lie in one frame of a file, by their place in the image. */
	private record Job(Path file, int frame, List<Integer> planes) {}

	private final List<Frame> frames;
	private final Map<Path, PixelDecoder> decoders = new HashMap<>();
	private final Voxels.Plane[] planes;

	private PlaneDecoder(final List<Frame> frames) {
		this.frames = frames;
		planes = new Voxels.Plane[frames.size()];
	}

	/**
	 * @return the planes in the order of the frames
	 * @throws IOException if a file cannot be read or decoded, or is no longer what its header was; the message names it
	 */
	static Voxels.Plane[] decode(final List<Frame> frames, final DoubleConsumer progress) throws IOException {
		final PlaneDecoder decoder = new PlaneDecoder(frames);
		decoder.run(progress);
		return decoder.planes;
	}

	private void run(final DoubleConsumer progress) throws IOException {
		final Map<Path, Map<Integer, List<Integer>>> files = new LinkedHashMap<>();
		for (int i = 0; i < frames.size(); i++) {
			final Source source = frames.get(i).source();
			files.computeIfAbsent(source.file(), file -> new LinkedHashMap<>()).computeIfAbsent(source.frame(),
				frame -> new ArrayList<>()).add(i);
		}
		// The long header of an enhanced file is read once for all of its frames.
		for (final Map.Entry<Path, Map<Integer, List<Integer>>> file : files.entrySet())
			if (file.getValue().size() > 1) decoders.put(file.getKey(), open(file.getKey()));
		final List<Job> jobs = files.entrySet().stream().flatMap(file -> file.getValue().entrySet().stream().map(
			frame -> new Job(file.getKey(), frame.getKey(), frame.getValue()))).collect(Collectors.toList());
		FileTasks.run(jobs, this::decode, progress);
	}

	private static PixelDecoder open(final Path file) throws IOException {
		return new PixelDecoder(DicomFile.readHeader(file));
	}

	private Void decode(final Job job) throws IOException {
		final PixelDecoder known = decoders.get(job.file);
		final PixelDecoder decoder = known == null ? open(job.file) : known;
		final PixelFormat format = decoder.format();
		final Object samples = decoder.decode(job.frame);
		for (final int index : job.planes) {
			final Frame frame = frames.get(index);
			final Source source = frame.source();
			if (source.x() + frame.columns() > format.columns() || source.y() + frame.rows() > format.rows())
				throw new IOException(job.file + " has changed while it was read");
			final boolean whole = frame.columns() == format.columns() && frame.rows() == format.rows();
			planes[index] = new Voxels.Plane(whole ? samples : cut(samples, format, frame), format.type(), frame.scale()
				.orElseThrow());
		}
		return null;
	}

	private static Object cut(final Object picture, final PixelFormat format, final Frame frame) {
		final Object tile = format.type().newArray(frame.columns() * frame.rows());
		for (int y = 0; y < frame.rows(); y++)
			System.arraycopy(picture, (frame.source().y() + y) * format.columns() + frame.source().x(), tile, y * frame
				.columns(), frame.columns());
		return tile;
	}
}
