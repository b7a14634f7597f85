package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.ImagePlus;
import io.github.vertebraj.image.PlaneLabel;

/**
 * Which plane of an ImageJ stack shows which slice, frame and component. That is the hyperstack's order, unless the
 * stack has one axis only and its parallel planes tell better where they belong, by where they lie in the patient: then
 * slices at the same place become frames (by rising b, directions before trace, echo time, then place in the stack),
 * magnitude and phase channels. So a folder that ImageJ's own DICOM reader opened as one long stack, or a hyperstack
 * turned into a stack, gets its frames back.
 */
final class PlaneOrder {

	/** Planes that are nearer than this, in mm, are at the same place. */
	private static final double SAME_PLACE = 0.01;

	private final int channels;
	private final int slices;
	private final int frames;
	/** Stack numbers, from 1, in ImageJ's order: c fastest, then z, then t. */
	private final int[] numbers;
	private final List<PlaneText> planes;

	private PlaneOrder(final int channels, final int slices, final int frames, final int[] numbers,
		final List<PlaneText> texts)
	{
		this.channels = channels;
		this.slices = slices;
		this.frames = frames;
		this.numbers = numbers;
		planes = Arrays.stream(numbers).mapToObj(number -> texts.get(number - 1)).toList();
	}

	static PlaneOrder of(final ImagePlus imp) {
		final List<PlaneText> texts = PlaneText.of(imp);
		final boolean oneAxis = imp.getNChannels() == 1 && (imp.getNSlices() == 1 || imp.getNFrames() == 1);
		return (oneAxis ? byPlace(texts) : Optional.<PlaneOrder> empty()).orElseGet(() -> new PlaneOrder(imp.getNChannels(),
			imp.getNSlices(), imp.getNFrames(), IntStream.rangeClosed(1, texts.size()).toArray(), texts));
	}

	private static Optional<PlaneOrder> byPlace(final List<PlaneText> texts) {
		final TreeMap<Double, List<Integer>> places = new TreeMap<>();
		boolean rising = true;
		boolean falling = true;
		double last = Double.NaN;
		for (int n = 1; n <= texts.size(); n++) {
			final Optional<PlaneTrace> trace = texts.get(n - 1).trace();
			if (trace.isEmpty() || !trace.get().isParallelTo(texts.get(0).trace().get())) return Optional.empty();
			final double at = trace.get().depth();
			rising &= !(at <= last + SAME_PLACE);
			falling &= !(at >= last - SAME_PLACE);
			last = at;
			final Double near = places.ceilingKey(at - SAME_PLACE);
			places.computeIfAbsent(near != null && near <= at + SAME_PLACE ? near : at, key -> new ArrayList<>()).add(n);
		}
		if (rising || falling) return Optional.empty(); // in order already
		return grid(List.copyOf(places.values()), texts);
	}

	/** At each place the same frames, and in each frame the same components. */
	private static Optional<PlaneOrder> grid(final List<List<Integer>> places, final List<PlaneText> texts) {
		final int channels = (int) texts.stream().map(PlaneText::component).distinct().count();
		final int planes = places.get(0).size();
		for (final List<Integer> place : places) {
			place.sort(Comparator.comparing(n -> texts.get(n - 1), PlaneText.RISING));
			if (place.size() != planes || planes % channels != 0) return Optional.empty();
			for (int i = 0; i < planes; i++) {
				final PlaneText text = texts.get(place.get(i) - 1);
				final PlaneText firstOfFrame = texts.get(place.get(i - i % channels) - 1);
				if (!text.label().equals(texts.get(places.get(0).get(i) - 1).label()) || !text.isSameFrame(firstOfFrame) || i %
					channels > 0 && text.component().equals(texts.get(place.get(i - 1) - 1).component())) return Optional.empty();
			}
		}
		final int frames = planes / channels;
		final int[] numbers = new int[texts.size()];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = places.get(i / channels % places.size()).get(i / channels / places.size() * channels + i % channels);
		return Optional.of(new PlaneOrder(channels, places.size(), frames, numbers, texts));
	}

	/** Whether the planes lie in the stack in ImageJ's order. */
	boolean isInOrder() {
		return IntStream.range(0, numbers.length).allMatch(i -> numbers[i] == i + 1);
	}

	int channels() {
		return channels;
	}

	int slices() {
		return slices;
	}

	int frames() {
		return frames;
	}

	/** The number in the stack (from 1) of a plane (indices from 0). */
	int number(final int z, final int t, final int c) {
		return numbers[index(z, t, c)];
	}

	private int index(final int z, final int t, final int c) {
		return (t * slices + z) * channels + c;
	}

	/** The slice (from 0) that a plane of the stack shows. */
	int sliceOf(final int number) {
		return indexOf(number) / channels % slices;
	}

	/** The number in the stack of the plane that shows slice z (from 0), of the frame and component of another plane. */
	int onSlice(final int z, final int number) {
		final int other = indexOf(number);
		return number(z, other / channels / slices, other % channels);
	}

	private int indexOf(final int number) {
		return IntStream.range(0, numbers.length).filter(i -> numbers[i] == number).findFirst().orElseThrow();
	}

	/** What the planes show, in ImageJ's order. */
	List<PlaneLabel> labels() {
		return planes.stream().map(PlaneText::label).toList();
	}

	/** The traces of all planes, in ImageJ's order; none when a plane has none. */
	List<PlaneTrace> traces() {
		final List<PlaneTrace> traces = planes.stream().flatMap(plane -> plane.trace().stream()).toList();
		return traces.size() == planes.size() ? traces : List.of();
	}

	/** What stands in the label of the first plane below its first line. */
	String below() {
		return planes.get(0).below();
	}

	/** Whether the planes carry DICOM headers. */
	boolean isDicom() {
		return planes.get(0).dicom().isPresent();
	}

	/** The DICOM headers of the planes. */
	Stream<DicomText> headers() {
		return planes.stream().flatMap(plane -> plane.dicom().stream());
	}
}
