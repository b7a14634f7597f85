package io.github.vertebraj.fatfraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/**
 * The volumes of an image by what their slice labels say they show, on whichever of the axes t and c they lie. What
 * says nothing of its component is a magnitude.
 */
final class FatVolumes {

	static final String WATER = "water";
	static final String FAT = "fat";
	static final String IN_PHASE = "in-phase";
	static final String OPPOSED_PHASE = "opposed-phase";
	static final String MAGNITUDE = "magnitude";
	static final String PHASE = "phase";
	static final String REAL = "real";
	static final String IMAGINARY = "imaginary";

	/** One volume, indices from 0; its echo time in ms, NaN when unknown. */
	record Volume(int t, int c, String component, double echoTime) {}

	/**
	 * Volumes by rising echo time.
	 *
	 * @param voxels axes x, y, z, t
	 * @param times  in ms
	 */
	record Echoes(RandomAccessibleInterval<? extends RealType<?>> voxels, List<Double> times) {}

	private final CalibratedImage image;
	private final List<Volume> volumes = new ArrayList<>();

	/**
	 * @throws IllegalArgumentException when the slices of one volume show different things
	 */
	FatVolumes(final CalibratedImage image) {
		this.image = image;
		for (int t = 0; t < image.size(3); t++)
			for (int c = 0; c < image.size(4); c++)
				volumes.add(volume(t, c));
	}

	private Volume volume(final int t, final int c) {
		Volume volume = null;
		for (int z = 0; z < image.size(2); z++) {
			final PlaneLabel label = image.label(z, t, c);
			final Volume next = new Volume(t, c, label.get(PlaneLabel.COMPONENT).orElse(MAGNITUDE), label.number(
				PlaneLabel.TE).orElse(Double.NaN));
			if (volume != null && !volume.equals(next)) throw new IllegalArgumentException("The slices of frame " + (t + 1) +
				", channel " + (c + 1) + " of '" + image.title() + "' show different things: " + told(volume) + " and " + told(
					next) + "; Image > Hyperstacks > Stack to Hyperstack... makes frames");
			volume = next;
		}
		return volume;
	}

	private static String told(final Volume volume) {
		return volume.component + " at te = " + volume.echoTime + " ms";
	}

	/**
	 * What the labels of the phase say is a full turn, in real values; empty when they do not.
	 *
	 * @throws IllegalArgumentException when they differ
	 */
	OptionalDouble turn() {
		final Set<Double> turns = new LinkedHashSet<>();
		for (final Volume volume : volumes)
			if (volume.component.equals(PHASE)) turns.add(image.label(0, volume.t, volume.c).number(PlaneLabel.TURN).orElse(
				Double.NaN));
		if (turns.size() > 1) throw new IllegalArgumentException("The phase images of '" + image.title() +
			"' differ in the values of a full turn (turn= in the slice labels): " + turns);
		return turns.isEmpty() || turns.contains(Double.NaN) ? OptionalDouble.empty() : OptionalDouble.of(turns.iterator()
			.next());
	}

	/** How many volumes show one of the components. */
	long count(final String... components) {
		return of(components).size();
	}

	/** The volumes that show one of the components, in the order of the image. */
	List<Volume> of(final String... components) {
		return volumes.stream().filter(volume -> Set.of(components).contains(volume.component)).toList();
	}

	/** The only volume of a component, axes x, y, z. */
	RandomAccessibleInterval<? extends RealType<?>> only(final FatModel model, final String component) {
		final List<Volume> found = of(component);
		if (found.size() != 1) throw missing(model, "one volume labelled component=" + component);
		return voxels(found.get(0));
	}

	/** The error that says what there is and what is needed. */
	IllegalArgumentException missing(final FatModel model, final String needed) {
		final Map<String, Long> there = volumes.stream().collect(Collectors.groupingBy(Volume::component,
			LinkedHashMap::new, Collectors.counting()));
		return new IllegalArgumentException("The model " + model.key() + " needs " + needed + ", but '" + image.title() +
			"' has " + there.entrySet().stream().map(entry -> entry.getValue() + " of component=" + entry.getKey()).collect(
				Collectors.joining(", ")) + ": choose another model or image, or label its slices");
	}

	/**
	 * The echoes of the components.
	 *
	 * @param list echo times in ms in the order of the frames; empty to read the labels
	 * @throws IllegalArgumentException when an echo time is unknown, or the list has another length
	 */
	Echoes echoes(final List<Double> list, final String... components) {
		final List<Volume> found = new ArrayList<>(of(components));
		if (!list.isEmpty()) {
			if (list.size() != found.size()) throw new IllegalArgumentException("echoTimes lists " + list.size() +
				" echo times, but '" + image.title() + "' has " + found.size() + " frames of " + String
					.join(" or ", components));
			return new Echoes(stack(found), list);
		}
		for (final Volume volume : found)
			if (Double.isNaN(volume.echoTime)) throw new IllegalArgumentException("No echo time (te=) in the slice" +
				" labels of '" + image.title() + "', frame " + (volume.t + 1) + ": DICOM tag (0018,0081) Echo Time, or give" +
				" parameter echoTimes as a list in ms, one for each of the " + found.size() + " echoes");
		found.sort(Comparator.comparingDouble(Volume::echoTime));
		return new Echoes(stack(found), found.stream().map(Volume::echoTime).toList());
	}

	/** The stored values of a volume, axes x, y, z. */
	RandomAccessibleInterval<? extends RealType<?>> voxels(final Volume volume) {
		return image.volume(volume.t, volume.c);
	}

	/** A whole component as it lies in the image, which is read fastest; else volume after volume. */
	private RandomAccessibleInterval<? extends RealType<?>> stack(final List<Volume> found) {
		final int channel = found.get(0).c;
		boolean whole = found.size() == image.size(3);
		for (int t = 0; t < found.size(); t++)
			whole &= found.get(t).t == t && found.get(t).c == channel;
		if (whole) return image.component(channel);
		final List<RandomAccessibleInterval<? extends RealType<?>>> parts = new ArrayList<>();
		found.forEach(volume -> parts.add(voxels(volume)));
		return joined(parts);
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> joined(
		final List<RandomAccessibleInterval<? extends RealType<?>>> list)
	{
		return Views.stack(Cast.<List<RandomAccessibleInterval<T>>> unchecked(list));
	}
}
