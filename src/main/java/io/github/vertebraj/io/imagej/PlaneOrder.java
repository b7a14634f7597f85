package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import ij.ImagePlus;
import io.github.vertebraj.image.PlaneLabel;

/**
 * Which plane of an ImageJ stack shows which slice, frame and component. That is the hyperstack's order, unless the
 * stack has one axis only and the planes tell better where they belong, by where they lie in the patient: then
 * slices at the same place become frames (by rising b, then echo time, then place in the stack). A folder that ImageJ's
 * own DICOM reader opened as one long stack, or a hyperstack turned into a stack, so gets its frames back.
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
			if (trace.isEmpty()) return Optional.empty();
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

	private static Optional<PlaneOrder> grid(final List<List<Integer>> places, final List<PlaneText> texts) {
		final int frames = places.get(0).size();
		for (final List<Integer> place : places) {
			place.sort(Comparator.comparingDouble((Integer n) -> texts.get(n - 1).sortBy(PlaneLabel.B)).thenComparingDouble(
				n -> texts.get(n - 1).sortBy(PlaneLabel.TE)));
			if (place.size() != frames) return Optional.empty();
			for (int t = 0; t < frames; t++)
				if (!texts.get(place.get(t) - 1).label().equals(texts.get(places.get(0).get(t) - 1).label())) return Optional
					.empty();
		}
		final int[] numbers = IntStream.range(0, frames).flatMap(t -> places.stream().mapToInt(place -> place.get(t)))
			.toArray();
		return Optional.of(new PlaneOrder(1, places.size(), frames, numbers, texts));
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
		return IntStream.range(0, numbers.length).filter(i -> numbers[i] == number).findFirst().orElseThrow() / channels %
			slices;
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

	/** Whether the planes carry DICOM headers. */
	boolean isDicom() {
		return planes.get(0).dicom().isPresent();
	}

	/** The elements that are the same in the DICOM headers of all planes, as {@code 0008,0060 Modality}. */
	Map<String, String> tags() {
		final Map<String, String> tags = new LinkedHashMap<>();
		planes.get(0).dicom().ifPresent(first -> first.elements().forEach((tag, element) -> {
			if (planes.stream().allMatch(plane -> plane.dicom().flatMap(dicom -> dicom.value(tag)).filter(element
				.value()::equals).isPresent())) tags.put(tag + " " + element.name(), element.value());
		}));
		return tags;
	}

	/** Whether the DICOM headers give different scales. */
	boolean mixesScales() {
		return planes.stream().flatMap(plane -> plane.dicom().stream()).map(dicom -> List.of(dicom.number("0028,1052")
			.orElse(0), dicom.number("0028,1053").orElse(1))).distinct().count() > 1;
	}
}
