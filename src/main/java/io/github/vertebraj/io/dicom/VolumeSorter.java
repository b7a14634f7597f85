package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.vertebraj.io.dicom.Volume.Kind;

/** Sorts planes into whole volumes, and volumes into the frames and components of a hyperstack. */
final class VolumeSorter {

	/** The planes of one kind, by slice. */
	private record Group(Kind kind, List<List<Frame>> slices) {}

	private VolumeSorter() {}

	/**
	 * @return volumes by component and frame: {@code get(component).get(frame)}; every component has the same frames
	 * @throws IOException if a volume lacks slices, some slices are there more often than others, or a component lacks
	 *                     frames; the message names files
	 */
	static List<List<Volume>> sort(final List<Frame> frames, final Grid grid) throws IOException {
		final Map<String, List<Volume>> components = new LinkedHashMap<>();
		for (final Group group : group(frames, grid))
			components.computeIfAbsent(group.kind.component(), name -> new ArrayList<>()).addAll(volumes(group));
		final List<List<Volume>> sorted = new ArrayList<>(components.values());
		sorted.forEach(volumes -> volumes.sort(Volume.RISING));
		sorted.sort(Comparator.comparingInt(volumes -> rank(volumes.get(0).kind().component())));
		for (final List<Volume> volumes : sorted)
			if (!isSameFrames(sorted.get(0), volumes)) throw new IOException(
				"The components of the image do not have the same frames: " + describe(sorted.get(0)) + " against " + describe(
					volumes) + "; read together what belongs together: " + terms(sorted));
		return sorted;
	}

	private static int rank(final String component) {
		return List.of("magnitude", "phase", "real", "imaginary", "water", "fat", "in-phase", "opposed-phase").indexOf(
			component);
	}

	private static List<Group> group(final List<Frame> frames, final Grid grid) {
		final List<Group> groups = new ArrayList<>();
		Group last = null;
		for (final Frame frame : frames) {
			final Kind kind = Kind.of(frame);
			if (last == null || !last.kind.isLike(kind)) last = groups.stream().filter(group -> group.kind.isLike(kind))
				.findFirst().orElse(null);
			if (last == null) {
				last = new Group(kind, new ArrayList<>());
				for (int slice = 0; slice < grid.slices(); slice++)
					last.slices.add(new ArrayList<>());
				groups.add(last);
			}
			last.slices.get(grid.slice(frame)).add(frame);
		}
		return groups;
	}

	/** Slices that are there several times are as many volumes, in the order of acquisition. */
	private static List<Volume> volumes(final Group group) throws IOException {
		final List<Frame> all = group.slices.stream().flatMap(List::stream).toList();
		final int most = group.slices.stream().mapToInt(List::size).max().orElse(0);
		final int[] empty = IntStream.range(0, group.slices.size()).filter(z -> group.slices.get(z).isEmpty()).toArray();
		if (empty.length > 0) throw new IOException(group.kind.describe() + " lacks " + empty.length + " of " + group.slices
			.size() + " slices (slice " + FileNames.list(Arrays.stream(empty).mapToObj(z -> Integer.toString(z + 1)).toList()) +
			"); it has only " + FileNames.of(all) + "; copy the missing files, or leave this volume out");
		if (all.size() != most * group.slices.size()) {
			final List<Frame> extra = group.slices.stream().filter(slice -> slice.size() == most).flatMap(List::stream).toList();
			throw new IOException("Some slices of " + group.kind.describe() + " are there " + most +
				" times, others less often: " + FileNames.of(extra) + "; remove the duplicates, or copy the missing files");
		}
		group.slices.forEach(slice -> slice.sort(Comparator.comparing(Frame::order)));
		final List<Volume> volumes = new ArrayList<>();
		for (int r = 0; r < most; r++) {
			final int repeat = r;
			volumes.add(new Volume(group.kind, repeat + 1, group.slices.stream().map(slice -> slice.get(repeat)).toList()));
		}
		return volumes;
	}

	private static boolean isSameFrames(final List<Volume> first, final List<Volume> other) {
		boolean same = first.size() == other.size();
		for (int i = 0; same && i < first.size(); i++)
			same = first.get(i).kind().isSameFrame(other.get(i).kind());
		return same;
	}

	/** What selects the components that have the same frames: {@code series=17/magnitude,17/phase or series=17/water}. */
	private static String terms(final List<List<Volume>> components) {
		final List<List<Volume>> left = new ArrayList<>(components);
		final List<String> terms = new ArrayList<>();
		while (!left.isEmpty()) {
			final List<Volume> first = left.get(0);
			final List<List<Volume>> same = left.stream().filter(volumes -> isSameFrames(first, volumes)).toList();
			left.removeAll(same);
			terms.add("series=" + same.stream().flatMap(List::stream).flatMap(volume -> volume.planes().stream()).map(
				frame -> frame.facts().get(Tag.SERIES_NUMBER).orElse("UID") + "/" + frame.content().component()).distinct()
				.collect(Collectors.joining(",")));
		}
		return String.join(" or ", terms);
	}

	private static String describe(final List<Volume> volumes) {
		return volumes.stream().map(volume -> volume.kind().describe()).distinct().limit(6).collect(Collectors.joining(
			"; "));
	}
}
